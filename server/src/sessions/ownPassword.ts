import { audit } from '@hotline/db/people/people';
import { endSessionsOf, setPassword } from '@hotline/db/people/staff';
import { passwordFlaw } from '@hotline/shared/people/password';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { requesterOf } from '../limits/requester.ts';
import { checkPassword } from './checkPassword.ts';
import { hashPassword } from './password.ts';

/** One's own password: the old one is asked for, so that an open console alone is not enough. */
export function ownPasswordRoute(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'changePassword', 'anySession', async ({ me, body, request }) => {
    if (me.tokenHash === null) throw new Refusal('forbidden', '请登录后再修改密码。');
    const kept = me.tokenHash;
    await checkPassword(hotline, requesterOf(request), me.person.username, body.current).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
      throw new Refusal('invalid', '原密码不正确，请重新输入。', [{ path: '/current', message: '原密码不正确。' }]);
    });
    const flaw = passwordFlaw(body.password, me.person.username);
    const said = flaw ?? (body.password === body.current ? '新密码与原密码相同，请换一个。' : null);
    if (said) throw new Refusal('invalid', said, [{ path: '/password', message: said }]);
    const passwordHash = await hashPassword(body.password);
    const at = hotline.now();
    await hotline.writer.write(
      async (tx) => {
        await setPassword(tx, me.person.id, passwordHash, null);
        await endSessionsOf(tx, me.person.id, at, kept);
        await audit(tx, { at, personId: me.person.id, act: 'changePassword', subjectId: me.person.id, purpose: null });
        return { result: undefined, events: [], deltas: [] };
      },
      { lane: me.person.id },
    );
    hotline.sessions.forgetPerson(me.person.id);
    return null;
  });
}
