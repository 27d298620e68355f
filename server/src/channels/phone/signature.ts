import { createHmac } from 'node:crypto';
import { Refusal } from '@hotline/shared/refusal';
import { type Instant, toMs } from '@hotline/shared/time/instant';
import { sameToken } from '../../sessions/password.ts';

const windowMs = 300_000;

type Headers = Record<string, string | string[] | undefined>;

/** `HMAC-SHA256(secret, "<timestamp>.<body>")` in hex, as `X-Hotline-Signature` carries it after `sha256=`. */
const signatureOf = (secret: string, timestamp: string, body: string | Buffer) =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');

/**
 * A signed report: `X-Hotline-Timestamp` (Unix seconds, within five minutes of our clock, so that a report that was
 * overheard is soon worthless) and `X-Hotline-Signature` over the body byte for byte.
 * @throws Refusal unauthenticated
 */
export function checkSignature(secret: string, headers: Headers, body: Buffer, now: Instant): void {
  const timestamp = one(headers['x-hotline-timestamp']);
  const signature = one(headers['x-hotline-signature']).replace(/^sha256=/, '');
  const apart = /^\d{1,12}$/.test(timestamp)
    ? Math.abs(Number(timestamp) * 1000 - toMs(now))
    : Number.POSITIVE_INFINITY;
  if (apart > windowMs) throw new Refusal('unauthenticated', '签名时间戳缺失或超出五分钟，请校准电话系统的时钟。');
  if (!sameToken(signature, signatureOf(secret, timestamp, body)))
    throw new Refusal('unauthenticated', '签名不正确，请核对密钥和签名方法。');
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? (header[0] ?? '') : (header ?? ''));
