import type { Term } from '../catalog/terms.ts';
import type { Call } from './call.ts';

/** A published figure of calls: whom it counts and whom it finds, as pure functions of one call. */
export type CallFigure = {
  readonly version: number;
  readonly term: Term;
  readonly words: Term;
  readonly counts: (call: Counted) => boolean;
};
type Counted = Pick<Call, 'direction' | 'outcome' | 'answeredAt' | 'waitMs'>;

/** 「15 秒内接听」: GB/T 33358-2016. */
export const promptMs = 15_000;

/**
 * Who belongs to all three: every incoming call of the day on which it came in, once it was answered or is over. One
 * that still rings is in no part.
 */
export const isDecided = (call: Counted) =>
  call.direction === 'in' && (call.answeredAt !== null || call.outcome !== null);

const base: Term = {
  zh: '统计期内呼入、且已接听或已结束的电话为分母；仍在振铃的不计。',
  en: 'Of the incoming calls of the period that were answered or are over; those still ringing are left out.',
};

export const callFigures = {
  connectedRate: {
    version: 1,
    term: { zh: '接通率', en: 'Connected rate' },
    words: { zh: `话务员接听的占比。${base.zh}`, en: `The share that an agent answered. ${base.en}` },
    counts: (call) => isDecided(call) && call.answeredAt !== null,
  },
  answeredIn15s: {
    version: 1,
    term: { zh: '15 秒接通率', en: 'Answered in 15 s' },
    words: {
      zh: `来电后 15 秒内（含）接听的占比（GB/T 33358-2016）。${base.zh}`,
      en: `The share answered within 15 seconds of coming in (GB/T 33358-2016). ${base.en}`,
    },
    counts: (call) => isDecided(call) && call.answeredAt !== null && (call.waitMs ?? promptMs + 1) <= promptMs,
  },
  abandonedRate: {
    version: 1,
    term: { zh: '放弃率', en: 'Abandoned rate' },
    words: {
      zh: `市民在接听前主动挂断的占比。${base.zh}`,
      en: `The share whose callers hung up before an answer. ${base.en}`,
    },
    counts: (call) => isDecided(call) && call.outcome === 'abandoned',
  },
} as const satisfies Record<string, CallFigure>;
export type CallFigureName = keyof typeof callFigures;
export const callFigureNames = Object.keys(callFigures) as CallFigureName[];
