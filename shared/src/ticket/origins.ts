import type { CitizenSentence, TimelineWords } from './showing.ts';

/** How a case, or one more appeal on it, comes to be, and how what was imported goes again. Not verbs: before or after them there is nothing to act on. */
export const origins = {
  /** 登记: a new ticket, or one more citizen on one that is there. */
  log: {
    term: '登记',
    termEn: 'Logged',
    timeline: {
      zh: '{who}登记诉求',
      en: 'Logged by {who}',
      linked: {
        here: { zh: '{who}登记诉求，与 {ticket} 有关', en: 'Logged by {who}; goes with {ticket}' },
      },
    },
    citizen: () => '诉求已登记',
  },
  /** 补录: like 登记, of what was received while it could not be logged; `effectiveAt` says when that was. */
  enterLate: {
    term: '补录',
    termEn: 'Entered late',
    timeline: {
      zh: '{who}补录诉求',
      en: 'Entered late by {who}',
      linked: {
        here: { zh: '{who}补录诉求，与 {ticket} 有关', en: 'Entered late by {who}; goes with {ticket}' },
      },
    },
    citizen: () => '诉求已登记',
  },
  /** 导入: from the system that was in use before. */
  import: {
    term: '导入',
    termEn: 'Imported',
    timeline: { zh: '{who}导入工单', en: 'Imported by {who}' },
    citizen: () => '诉求已登记',
  },
  /** 撤销导入: it was brought in by mistake and is no case any more; only the log knows of it. */
  takeBack: {
    term: '撤销导入',
    termEn: 'Import undone',
    timeline: { zh: '{who}撤销导入', en: 'Import undone by {who}' },
    citizen: () => '诉求已撤回',
  },
} as const satisfies Record<string, Origin>;
export type OriginName = keyof typeof origins;

export type Origin = {
  readonly term: string;
  readonly termEn: string;
  readonly timeline: TimelineWords;
  readonly citizen: CitizenSentence;
};
