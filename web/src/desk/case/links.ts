import type { Timeline } from './openCase.ts';

type LinkKind = 'mergedInto' | 'mergedHere' | 'splitFrom' | 'splitOff' | 'loggedWith';

/** What an event that names another ticket says about this one. */
export function linkOf({ verb, version, fields }: Pick<Timeline[number], 'verb' | 'version' | 'fields'>): LinkKind {
  if (verb === 'merge') return fields.includes('ticket.mergedIntoId') ? 'mergedInto' : 'mergedHere';
  if (verb === 'split') return version === 1 ? 'splitFrom' : 'splitOff';
  return 'loggedWith';
}
