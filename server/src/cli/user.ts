import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { personByUsername } from '@hotline/db/people/people';
import { listStaff } from '@hotline/db/people/staff';
import { type Grant, type Role, roles } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import { byCommandLine } from '../admin/administration.ts';
import { addPerson, disablePerson, enablePerson, resetPassword } from '../admin/staff.ts';
import { type Hotline, openHotline } from '../app/hotline.ts';
import { commonOptions, exits, misuse, withStore } from './command.ts';

export const usage = `hotline user list [--database URL] [--json]
hotline user add 用户名 --name 姓名 --grant 角色@范围 [--grant …] [--password 密码] [--database URL] [--json]
hotline user reset 用户名 [--password 密码]
hotline user disable 用户名
hotline user enable 用户名
  角色：${roles.join('、')}。范围：受理中心或承办单位的路径，如 fz. 或 fz.urban.。
  不给密码时自动生成一个，只显示这一次。`;

const actions = ['list', 'add', 'reset', 'disable', 'enable'] as const;
type Values = { name?: string | undefined; grant?: string[] | undefined; password?: string | undefined };
type Said = { username?: string; password?: string; people?: Awaited<ReturnType<typeof everybody>> };

export async function run(args: string[]): Promise<number> {
  const options = {
    ...commonOptions,
    name: { type: 'string' },
    grant: { type: 'string', multiple: true },
    password: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [given, username = ''] = positionals;
  const action = actions.find((a) => a === given);
  if (!action) throw misuse('请给出要做的操作：list、add、reset、disable 或 enable。');
  if (action !== 'list' && username === '') throw misuse('请给出用户名。');
  const use = { writes: action === 'list' ? null : `hotline user ${action}`, mustExist: true };
  await withStore(values.database, use, async (store) => {
    const hotline = await openHotline(store);
    const said = await perform(hotline, action, username, values).finally(() => hotline.writer.close());
    process.stdout.write(values.json ? `${JSON.stringify(said)}\n` : inWords(action, said));
  });
  return exits.ok;
}

/** Through the functions the administrators' pages use: the same rules, audited alike. */
async function perform(
  hotline: Hotline,
  action: (typeof actions)[number],
  username: string,
  values: Values,
): Promise<Said> {
  const by = byCommandLine(hotline);
  if (action === 'list') return { people: await everybody(hotline) };
  if (action === 'add') {
    const password = values.password ?? newPassword();
    if (!values.name || !values.grant?.length) throw misuse('请给出 --name 和至少一个 --grant。');
    await addPerson(hotline, by, { username, name: values.name, password, grants: values.grant.map(readGrant) });
    return { username, ...(values.password ? {} : { password }) };
  }
  const person = await personByUsername(hotline.store.reader, username);
  if (!person) throw new Refusal('notFound', `没有用户「${username}」，可用 hotline user list 查看。`);
  if (action === 'reset') {
    const password = values.password ?? newPassword();
    await resetPassword(hotline, by, person.id, password);
    return { username, ...(values.password ? {} : { password }) };
  }
  await (action === 'disable' ? disablePerson : enablePerson)(hotline, by, person.id);
  return { username };
}

async function everybody(hotline: Hotline) {
  const found = await listStaff(hotline.store.reader, byCommandLine(hotline).paths, {
    q: undefined,
    after: undefined,
    limit: 100_000,
  });
  return found.map(({ username, name, grants, disabledAt }) => ({ username, name, grants, disabledAt }));
}

function readGrant(text: string): Grant {
  const [role = '', path = ''] = text.split('@');
  if (!roles.includes(role as Role) || path === '')
    throw misuse(`「${text.slice(0, 80)}」不是「角色@范围」，例如 administrator@fz.`);
  return { role: role as Role, path };
}

/** 96 bits, in three sorts of characters. */
const newPassword = () => `Aa1-${randomBytes(12).toString('base64url')}`;

const done = { add: '已添加', reset: '已重置密码', disable: '已停用', enable: '已启用' } as const;

function inWords(action: (typeof actions)[number], said: Said): string {
  if (action !== 'list')
    return `${done[action]}：${said.username}\n${said.password ? `密码（只显示这一次）：${said.password}\n` : ''}`;
  return (said.people ?? [])
    .map(({ username, name, grants, disabledAt }) => {
      const rights = grants.map((g) => `${g.role}@${g.path}`).join(' ');
      return `${username.padEnd(20)} ${name} ${rights}${disabledAt ? ' （已停用）' : ''}\n`;
    })
    .join('');
}
