import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import { statusOf } from '../../app/errors.ts';
import { readForm } from '../../app/utf8.ts';
import type { PageCalls } from './calls.ts';
import { fileForms } from './fileForms.ts';
import { landingPage, sorryPage } from './pages.ts';
import { progressForms } from './progressForms.ts';
import { open, showing } from './show.ts';
import { sizeCookie } from './size.ts';

/** The citizens' pages as plain HTML forms: everything works without a script, a cookie or a session. A plugin: `server.register(portalPages, portal)`. */
export function portalPages(server: FastifyInstance, portal: PageCalls): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_: unknown, body: Buffer) => readForm(body),
  );
  const show = showing(portal);

  server.setErrorHandler((error: { statusCode?: number } | Refusal, request, reply) => {
    if (error instanceof Refusal)
      return show(request, reply, (site) => sorryPage(error.message, site), statusOf[error.code]);
    const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) request.log.error(error);
    return show(
      request,
      reply,
      (site) => sorryPage(status === 429 ? tooMany : status < 500 ? unclear : broken, site),
      status,
    );
  });

  server.get('/portal', open, (request, reply) => show(request, reply, landingPage));
  server.get('/portal/', open, (_, reply) => reply.redirect('/portal', 308));
  server.post('/portal/size', open, (request, reply) =>
    reply.header('set-cookie', sizeCookie(request)).redirect('/portal', 303),
  );
  fileForms({ pages: server, portal, show });
  progressForms({ pages: server, portal, show });
}

const tooMany = '您操作得太快了，请过几分钟再试。';
const unclear = '这次提交的内容不完整或太长，请返回上一页检查后再试。';
const broken = '系统出了点问题，我们已经记录下来。请返回上一页稍后再试，您填写的内容还在那里。';
