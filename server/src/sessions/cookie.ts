import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over https the name says to the browser that no other host and no plain page may set it. */
const cookieName = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Host-hotline_session' : 'hotline_session';

export const sessionCookie = (request: FastifyRequest): string | undefined => request.cookies[cookieName(request)];

export const setSessionCookie = (reply: FastifyReply, request: FastifyRequest, token: string, maxAge: number) =>
  void reply.setCookie(cookieName(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge,
  });

/** Over plain http browsers do not hear what `Clear-Site-Data` asks for, and complain of it. */
export function dropSessionCookie(reply: FastifyReply, request: FastifyRequest): void {
  const isSecure = request.protocol === 'https';
  void reply.clearCookie(cookieName(request), { path: '/', secure: isSecure });
  if (isSecure) void reply.header('clear-site-data', '"cache"');
}
