import type { together as zh } from '../zh/together.ts';

export const together: Record<keyof typeof zh, string> = {
  'here.fills': '{who} is filling in “{form}”',
  'here.looks': '{who} is looking',
  'here.since': '{what} (since {time})',
  'here.more': ' and {n} more are here',
  'here.same': 'Mind: {who}',
  'conflict.label': 'Changed by others',
  'conflict.changed': '{who} changed {field} from {was} to {theirs} {ago}.',
  'conflict.yours': 'Yours says {mine}.',
  'conflict.deed': '{who} did “{deed}” {ago}.',
  'conflict.keep': 'Keep mine',
  'conflict.take': 'Take theirs',
  'conflict.seen': 'Understood',
  'conflict.again':
    'Somebody has just changed this case: please look above. Press Ctrl+Enter once more to send what you typed.',
  'conflict.sendAgain': 'Checked, send again',
  'conflict.quoted': '“{value}”',
  'conflict.nothing': '(empty)',
  'conflict.somebody': 'somebody',
  'conflict.dueAt': 'the due',
  'conflict.justNow': 'just now',
  'conflict.minutesAgo': '{n} min ago',
  'conflict.at': 'at {time}',
};
