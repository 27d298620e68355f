/** What may be attached: documents and pictures that every office opens, each with how its bytes begin. */
const mediaTypes = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [0x50, 0x4b, 0x03, 0x04],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [0x50, 0x4b, 0x03, 0x04],
} as const satisfies Record<string, readonly number[]>;
export type MediaType = keyof typeof mediaTypes;
export const mediaTypeNames = Object.keys(mediaTypes) as [MediaType, ...MediaType[]];

export const mostBytes = 4 * 1024 * 1024;
export const mostFiles = 10;

/** It begins as a file of its type begins, whatever it is called. */
export const isOfType = (mediaType: MediaType, bytes: Uint8Array): boolean =>
  mediaTypes[mediaType].every((byte, i) => bytes[i] === byte);
