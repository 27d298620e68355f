import { hash as digest, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: the minimum OWASP recommends. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, cost);
export const verifyPassword = (stored: string, password: string) => verify(stored, password);

/** An opaque token of 256 bits; only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url');
export const tokenHash = (token: string) => digest('sha256', token, 'base64url');

/** Compared by their hashes, so that the time taken tells neither length nor letters. */
export const sameToken = (a: string, b: string) =>
  timingSafeEqual(Buffer.from(tokenHash(a)), Buffer.from(tokenHash(b)));
