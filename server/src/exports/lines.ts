/** A piece of the file, and how many rows it holds. */
export type Lines = { text: string; rows: number };
