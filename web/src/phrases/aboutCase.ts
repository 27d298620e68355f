import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { placeOfVerb } from '@hotline/shared/phrases/places';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useEffect } from 'react';
import { useCatalog } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { writeAbout, writeAboutNothing } from './about.ts';

/** While the form of a verb is open, phrases know the case it is about. A masked name fills no gap. */
export function useAboutCase({ ticket, appeals, dispatches }: CaseAnswer, { name, target }: OpenAction): void {
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes, departments } = useCatalog();
  const appeal = appeals.find((a) => a.id === target) ?? appeals[0];
  const dispatch = dispatches.find((d) => d.id === target) ?? dispatches.findLast((d) => d.role === 'lead');
  const clock = dispatch && dispatch.id === target ? dispatch.replyClock : ticket.promiseClock;
  const known = {
    编号: appeal?.number ?? ticket.number,
    姓名: appeal?.citizenName?.includes('*') ? null : (appeal?.citizenName ?? null),
    地址: appeal?.address ?? null,
    单位: dispatch ? (departments.get(dispatch.departmentId)?.name ?? null) : null,
    时限: clock ? clockDue(clock, offsetMinutes, lang) : null,
  };
  const text = JSON.stringify(known);
  useEffect(() => {
    writeAbout({ place: placeOfVerb(name), known: JSON.parse(text) });
    return writeAboutNothing;
  }, [name, text]);
}
