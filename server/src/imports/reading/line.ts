/** One line of a table as texts, or why it cannot be read. `row` counts as an editor or a spreadsheet shows it, from 1. */
export type Line = { readonly row: number } & ({ readonly cells: readonly string[] } | { readonly unreadable: string });

/** One row by column, or why it cannot be read. */
export type SourceRow = { row: number } & ({ values: Readonly<Record<string, string>> } | { unreadable: string });
