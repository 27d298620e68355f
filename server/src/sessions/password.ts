import { argon2, hash as digest, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id, 19 MiB, two passes, one lane: the minimum OWASP recommends. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const tagBytes = 32;

/** A PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$tag`; computed beside the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, salt, cost, tagBytes);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plainBase64(salt)}$${plainBase64(tag)}`;
}

/** Whether it is the password of a stored PHC string, with the cost that string names. @throws Error for any other text */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const { cost: own, salt, tag } = readPhc(stored);
  return timingSafeEqual(await derive(password, salt, own, tag.length), tag);
}

/** An opaque token of 256 bits; only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url');
export const tokenHash = (token: string) => digest('sha256', token, 'base64url');

/** Compared by their hashes, so that the time taken tells neither length nor letters. */
export const sameToken = (a: string, b: string) =>
  timingSafeEqual(Buffer.from(tokenHash(a)), Buffer.from(tokenHash(b)));

type Cost = { memory: number; passes: number; parallelism: number };

const run = promisify(argon2);
const derive = (password: string, nonce: Buffer, own: Cost, tagLength: number): Promise<Buffer> =>
  run('argon2id', { message: password, nonce, ...own, tagLength });

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function readPhc(stored: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(stored) ?? [];
  if (!memory || !passes || !parallelism || !salt || !tag) throw new Error('not an argon2id hash in PHC format');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Base64 as PHC strings have it: without the signs that fill it up. */
const plainBase64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
