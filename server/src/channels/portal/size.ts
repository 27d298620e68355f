import type { FastifyRequest } from 'fastify';
import { sent } from './answers.ts';
import type { PageCalls } from './calls.ts';
import type { Site } from './layout.ts';

/** 长者模式 asked for by this form, or undefined. */
export function askedSize(request: FastifyRequest): 'large' | 'normal' | undefined {
  const size = sent(request.body, 'size');
  return size === 'large' || size === 'normal' ? size : undefined;
}

/** Holds nothing but the size of letters; the script writes the same cookie. */
export const sizeCookie = (request: FastifyRequest): string => {
  const [name, secure] = request.protocol === 'https' ? ['__Host-portalSize', '; Secure'] : ['portalSize', ''];
  return `${name}=${askedSize(request) ?? 'normal'}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
};

export function siteOf(request: FastifyRequest, portal: PageCalls): Site {
  const remembered = /(?:^|;\s*)(?:__Host-)?portalSize=large(?:;|$)/.test(request.headers.cookie ?? '');
  return {
    regions: portal.regions?.() ?? [],
    utcOffsetMinutes: portal.utcOffsetMinutes?.() ?? 480,
    large: (askedSize(request) ?? (remembered ? 'large' : 'normal')) === 'large',
    now: portal.now ? new Date(portal.now()) : new Date(),
  };
}
