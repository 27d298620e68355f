import type { FastifyRequest } from 'fastify';
import { isForwarded } from './forwarded.ts';
import type { Limits } from './limits.ts';
import { cityFold, type LimitName } from './settings.ts';

/**
 * By what a request nobody is signed in for is counted: his address, of IPv6 the network he has to himself. Behind a proxy
 * that nobody declared everybody has the proxy's: there each is counted by the address the proxy names, which he may have
 * made up, and the proxy itself by much more.
 */
export type Requester = readonly { readonly subject: string; readonly fold: number }[];

export function requesterOf(request: FastifyRequest): Requester {
  const address = networkOf(request.ip);
  if (!isForwarded(request)) return [{ subject: address, fold: 1 }];
  const named = String(request.headers['x-forwarded-for'] ?? request.headers['x-real-ip'] ?? '')
    .split(',')[0]
    ?.trim();
  return [
    { subject: `${address}>${networkOf(named ?? '')}`, fold: 1 },
    { subject: address, fold: cityFold },
  ];
}

export async function countRequester(limits: Limits, name: LimitName, requester: Requester): Promise<void> {
  for (const { subject, fold } of requester) await limits.count(name, subject, fold);
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!plain.includes(':')) return plain;
  const [head = ''] = plain.split('::');
  return head.split(':').slice(0, 4).join(':');
}
