/** An idempotency key: 128 random bits in hex. `crypto.randomUUID` is missing on pages that came by plain http. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
