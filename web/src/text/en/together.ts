import type { together as zh } from '../zh/together.ts';

export const together: Record<keyof typeof zh, string> = {
  'here.fills': '{who} is filling in “{form}”',
  'here.looks': '{who} is looking',
  'here.since': '{what} (since {time})',
  'here.more': ' and {n} more are here',
  'here.same': 'Mind: {who}',
};
