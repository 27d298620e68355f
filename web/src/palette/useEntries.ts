import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useLocation, useNavigate } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { usePerson } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { useRead } from '../data/useRead.ts';
import { actionKeyText, keyedActions } from '../desk/action/actionKeys.ts';
import { askedAs, useActionName } from '../desk/action/actionName.ts';
import { arranged } from '../desk/action/arranged.ts';
import { useOpenCase } from '../desk/case/openCase.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import type { Entry } from './entry.ts';
import { placesFor } from './places.ts';
import { settingEntries } from './settingEntries.ts';

/** Everything this person can do here and now: the verbs the server offers on the ticket in view, and where to go. */
export function useEntries(): Entry[] {
  const t = useT();
  const navigate = useNavigate();
  const person = usePerson();
  const settings = useSettings();
  const departments = useCatalog((s) => s.departments);
  const views = useRead('views', {}).value?.items ?? [];
  const go = (address: string) => void navigate(address);
  return [
    ...useActions(),
    ...placesFor(person, settings.lang, go),
    ...views.map(
      (view): Entry => ({
        id: `view-${view.id}`,
        group: 'view',
        label: view.name,
        tail: String(view.count),
        run: () => go(`${paths.search()}?${view.query}`),
      }),
    ),
    ...settingEntries(person, settings, go),
    ...[...departments.values()].map(
      (d): Entry => ({
        id: `department-${d.id}`,
        group: 'department',
        label: d.shortName,
        alias: d.name,
        hint: t('palette.findDepartment', { name: d.name }),
        run: () => go(paths.search({ department: d.id })),
      }),
    ),
  ];
}

function useActions(): Entry[] {
  const t = useT();
  const navigate = useNavigate();
  const lang = useSettings((s) => s.lang);
  const own = useSettings((s) => s.keys);
  const { pathname, search } = useLocation();
  const answer = useOpenCase((s) => s.answer);
  const nameOf = useActionName(answer);
  // The case that was open last is in view only while its address is.
  if (!answer || !pathname.endsWith(`/${encodeURIComponent(answer.ticket.id)}`)) return [];
  const { main, more } = arranged(answer);
  const keyed = keyedActions([...main, ...more], own);
  return [...main, ...more].map((action: OpenAction) => {
    const why = lang === 'zh' ? action.disabledReason : action.disabledReasonEn;
    const query = new URLSearchParams(search);
    query.set('do', askedAs(action));
    return {
      id: `do-${action.name}-${action.target ?? ''}`,
      group: 'act',
      label: nameOf(action),
      alias: lang === 'zh' ? action.termEn : action.term,
      ...(action.key !== null && keyed.get(action.key) === action ? { keyText: actionKeyText(action.key) } : {}),
      why: why === null ? null : t('palette.cannot', { why }),
      run: () => void navigate({ pathname, search: String(query) }, { replace: true }),
    };
  });
}
