import { Refusal } from '@hotline/shared/refusal';

const [minuteMs, hourMs] = [60_000, 3_600_000];

/**
 * How often something may be done within which time. Nobody who works or asks for help comes near; a program that runs
 * wild or guesses does. An address is an office or a whole mobile network, so what is limited by it alone is generous.
 */
const table = {
  /** Requests of one session. */
  session: { most: 1_200, perMs: minuteMs },
  /** Requests of one person or machine key, all sessions together. */
  account: { most: 3_000, perMs: minuteMs },
  /** Requests from one address that nobody is signed in for. */
  address: { most: 6_000, perMs: minuteMs },
  /** Appeals on the citizens' pages from one address. */
  appealAddress: { most: 300, perMs: hourMs },
  /** Appeals on the citizens' pages that name one telephone number. */
  appealPhone: { most: 20, perMs: hourMs },
  /** Wrong query codes for one number from one address. */
  wrongCode: { most: 5, perMs: 15 * minuteMs },
  /** Wrong passwords for one account from one address: whoever guesses waits, its owner at his own computer does not. */
  wrongPassword: { most: 5, perMs: 15 * minuteMs },
  /** Wrong installation codes from one address. */
  wrongInstallation: { most: 5, perMs: 15 * minuteMs },
  /** Wrong query codes and passwords from one address, whatever they were for. */
  wrongAddress: { most: 100, perMs: 15 * minuteMs },
} as const;

export type LimitName = keyof typeof table;
export type LimitSettings = Readonly<Record<LimitName, { readonly most: number; readonly perMs: number }>>;
const limitNames = Object.keys(table) as readonly LimitName[];
export const usualLimits: LimitSettings = table;

/** Whoever comes through a proxy that nobody declared may be a whole city: its own address may do so many times as much. */
export const cityFold = 100;

/** As `HOTLINE_LIMITS` writes them: `session=2400,wrongCode=3`; 0: no limit. @throws Refusal with a sentence */
export function readLimits(text: string): LimitSettings {
  const most = new Map<LimitName, number>();
  for (const part of text.split(',').filter((p) => p.trim() !== '')) {
    const [, given, number] = /^\s*(\w+)\s*=\s*(\d{1,9})\s*$/.exec(part) ?? [];
    const name = limitNames.find((known) => known === given);
    if (!name)
      throw new Refusal(
        'invalid',
        `HOTLINE_LIMITS 里的「${part.trim()}」不正确。可用：${limitNames.join('、')}，如 session=2400。`,
      );
    most.set(name, Number(number));
  }
  return withMost(Object.fromEntries(most));
}

/** The usual limits with some of them raised or lowered; 0: no limit. */
export function withMost(most: Partial<Record<LimitName, number>>): LimitSettings {
  const settings: Record<LimitName, { most: number; perMs: number }> = { ...table };
  for (const name of limitNames)
    settings[name] = { ...table[name], most: (most[name] ?? table[name].most) || Number.POSITIVE_INFINITY };
  return settings;
}

/** None at all, for what measures how much the hotline bears. */
export const noLimits: LimitSettings = withMost(Object.fromEntries(limitNames.map((name) => [name, 0])));
