import { createHash } from 'node:crypto';
import { addToCount, countOf, dropCounts } from '@hotline/db/store/limitCounts';
import type { Db } from '@hotline/db/store/open';
import type { Writer } from '@hotline/db/writer';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { LimitName, LimitSettings } from './settings.ts';
import { openTally } from './tally.ts';

export type Limits = {
  /**
   * Counts a request of `subject` at once, without waiting for the store, which hears of it as soon as it is much.
   * `fold`: may do so many times as much. @throws Refusal tooMany
   */
  request(name: LimitName, subject: string, fold?: number): void;
  /** Counts something rare where every node sees it. @throws Refusal tooMany */
  count(name: LimitName, subject: string, fold?: number): Promise<void>;
  /** Whether so much has been counted that another one would be too much. */
  isReached(name: LimitName, subject: string, fold?: number): Promise<boolean>;
  /** Whether anything has been counted. */
  hasAny(name: LimitName, subject: string): Promise<boolean>;
  /** Counts one more and lets it pass. */
  add(name: LimitName, subject: string): Promise<void>;
  /** What is said to whoever has done too much. */
  refusal(name: LimitName): Refusal;
};

type Needs = { reader: Db; writer: Writer; now: () => Instant; settings: LimitSettings };

/** Counts in windows of fixed ends, which all nodes share; the store keeps them under hashes, for they name people. */
export function openLimits({ reader, writer, now, settings }: Needs): Limits {
  const untilOf = (name: LimitName): Instant => {
    const { perMs } = settings[name];
    return new Date((Math.floor(Date.parse(now()) / perMs) + 1) * perMs).toISOString();
  };
  const write = (key: string, until: Instant, count: number, background = false) =>
    writer.write(
      async (tx) => {
        const result = await addToCount(tx, { key, until, count });
        // Whoever counts the first of a window clears away those that have ended.
        if (result === count) await dropCounts(tx, now());
        return { result, events: [], deltas: [] };
      },
      { lane: key, background },
    );
  const tally = openTally(async (key, until, count) => (await write(key, until, count, true)).result);
  const mostOf = (name: LimitName, fold: number) => settings[name].most * fold;
  const refusal = (name: LimitName): Refusal => {
    const seconds = Math.max(1, Math.ceil((Date.parse(untilOf(name)) - Date.parse(now())) / 1000));
    return new Refusal('tooMany', sentences[name](waitWords(seconds)), { retryAfter: seconds });
  };
  return {
    refusal,
    request: (name, subject, fold = 1) => {
      const most = mostOf(name, fold);
      if (Number.isFinite(most) && tally.add(keyOf(name, subject), untilOf(name), most) > most) throw refusal(name);
    },
    count: async (name, subject, fold = 1) => {
      const most = mostOf(name, fold);
      if (!Number.isFinite(most)) return;
      const { result } = await write(keyOf(name, subject), untilOf(name), 1);
      if (result > most) throw refusal(name);
    },
    isReached: async (name, subject, fold = 1) =>
      (await countOf(reader, keyOf(name, subject), untilOf(name))) >= mostOf(name, fold),
    hasAny: async (name, subject) => (await countOf(reader, keyOf(name, subject), untilOf(name))) > 0,
    add: async (name, subject) => {
      await write(keyOf(name, subject), untilOf(name), 1);
    },
  };
}

const keyOf = (name: LimitName, subject: string) =>
  `${name} ${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`;

const waitWords = (seconds: number) => (seconds < 100 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

const sentences: Record<LimitName, (wait: string) => string> = {
  session: (wait) => `操作过于频繁，请 ${wait}后再试。您填写的内容不会丢失。`,
  account: (wait) => `这个账号的操作过于频繁，请 ${wait}后再试。您填写的内容不会丢失。`,
  address: (wait) => `来自您所在网络的访问过多，请 ${wait}后再试；着急的事情请拨打 12345。`,
  appealAddress: (wait) => `来自您所在网络的提交过多，请 ${wait}后再试，或直接拨打 12345。`,
  appealPhone: (wait) => `用这个号码提交的诉求较多，请 ${wait}后再试，或直接拨打 12345。`,
  wrongCode: (wait) => `查询码连续输错，请 ${wait}后再试；忘记查询码请拨打 12345。`,
  wrongPassword: (wait) => `密码连续输错，请 ${wait}后再试；忘记密码请联系管理员。`,
  wrongInstallation: (wait) => `安装口令连续输错，请 ${wait}后再试；口令在服务启动时显示。`,
  wrongAddress: (wait) => `来自您所在网络的错误尝试过多，请 ${wait}后再试。`,
};
