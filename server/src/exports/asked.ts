import { createHash } from 'node:crypto';
import type { Call } from '@hotline/shared/api/client';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { localText } from '@hotline/shared/time/localText';
import type { Hotline } from '../app/hotline.ts';
import { figureNamed, questionOf } from '../reports/question.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { filterOf } from '../tickets/filter.ts';
import type { MemberExport } from './memberPages.ts';
import type { TicketExport } from './ticketPages.ts';

export type Asked = Call<'startExport'>['body'];

/** The same question that the list or the drill-down would be asked, for the same person. @throws Refusal as they do */
export function jobOf(
  hotline: Hotline,
  me: SignedIn,
  asked: Asked,
): (TicketExport | MemberExport) & { centreId: string } {
  const viewer = me.actor;
  if (asked.what === 'tickets')
    return {
      what: 'tickets',
      viewer,
      centreId: centreOf(hotline, me),
      filter: filterOf(hotline, asked.query),
      q: asked.query.q?.trim() || null,
    };
  const { part, reason, ...query } = asked.query;
  const q = questionOf(hotline, me, figureNamed(asked.figure), query);
  const listed = part ?? (reason ? 'excluded' : 'denominator');
  return { what: 'figure', viewer, q, part: listed, reason, centreId: q.centreId };
}

/** `工单-20261123-1403.csv` */
export function fileNameOf(hotline: Hotline, centreId: string, asked: Asked): string {
  const offset = offsetOfCentre(hotline.catalog.directory(), centreId);
  const at = localText(hotline.now(), offset).slice(0, 16).replace(/[-:]/g, '').replace(' ', '-');
  const what = asked.what === 'tickets' ? '工单' : figureNamed(asked.figure).term.zh;
  return `${what}-${at}.csv`;
}

export const bodyHash = (asked: Asked) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
