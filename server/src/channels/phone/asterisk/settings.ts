import { Refusal } from '@hotline/shared/refusal';

/** One manager interface (AMI) of an Asterisk. The secret is kept out of logs and errors. */
export type AsteriskSettings = {
  host: string;
  port: number;
  user: string;
  secret: string;
  /** Whose calls these are; null: the store's first centre. */
  centre: string | null;
  /** Dialplan contexts in which calls of citizens arrive; empty: every call that does not begin at one of our agents. */
  inbound: readonly string[];
  /** How an agent's telephone is written, `%s` being its extension. */
  telephone: string;
};

/**
 * `ami://user:secret@host:5038?centre=fuzhou&inbound=from-trunk&telephone=PJSIP/%25s`
 * @throws Refusal with a sentence that does not hold the secret.
 */
export function readAsterisk(text: string): AsteriskSettings {
  const url = URL.parse(text);
  const known = ['centre', 'inbound', 'telephone'];
  if (url?.protocol !== 'ami:' || !url.hostname || !url.username || !url.password) throw wrong();
  if ([...url.searchParams.keys()].some((name) => !known.includes(name))) throw wrong();
  const [user, secret] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  const telephone = url.searchParams.get('telephone') ?? 'PJSIP/%s';
  if (/[\r\n]/.test(user + secret) || !telephone.includes('%s')) throw wrong();
  return {
    host: url.hostname,
    port: url.port === '' ? 5038 : Number(url.port),
    user,
    secret,
    centre: url.searchParams.get('centre'),
    inbound: (url.searchParams.get('inbound') ?? '').split(',').filter(Boolean),
    telephone,
  };
}

const wrong = () =>
  new Refusal(
    'invalid',
    '设置不正确：HOTLINE_ASTERISK。格式为 ami://用户名:密码@主机:端口?centre=中心&inbound=呼入上下文&telephone=PJSIP/%25s。',
  );
