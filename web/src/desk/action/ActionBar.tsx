import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { beAt } from '../../data/presence.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Guard } from '../../ui/Guard.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { ActionKey } from './ActionKey.tsx';
import { ActionPanel } from './ActionPanel.tsx';
import { actionKeyText, keyedActions, letterOf } from './actionKeys.ts';
import { askedAction, useActionName } from './actionName.ts';
import { arranged, isAwaited } from './arranged.ts';
import { MoreActions } from './MoreActions.tsx';

type Props = {
  answer: CaseAnswer;
  onDone: (id: string) => void;
  /** A form was opened or closed. */
  onForm: (isOpen: boolean) => void;
};

/** What can be done now. Never scrolls away; what must wait says why behind «更多». */
export function ActionBar({ answer, onDone, onForm }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const nameOf = useActionName(answer);
  const verbForms = useCatalog((s) => s.verbs);
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<OpenAction | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const actions = answer.openActions as OpenAction[];
  const { main, more } = arranged(answer);
  const own = useSettings((s) => s.keys);
  const keyed = keyedActions([...main, ...more], own);
  // «去派单» after logging comes with the form to open. Once open it stays: the words in it outlive the action.
  const asked = params.get('do');
  useEffect(() => {
    if (asked === null) return;
    setChosen(askedAction(actions, asked));
    setParams(
      [...params].filter(([name]) => name !== 'do'),
      { replace: true },
    );
  });
  const current = chosen && (actions.find((a) => a.name === chosen.name && a.target === chosen.target) ?? null);

  // Colleagues who see the ticket are told that one is at it, and with which form.
  const ticketId = answer.ticket.id;
  const form = chosen?.name ?? null;
  useEffect(() => beAt(ticketId, form), [ticketId, form]);
  useEffect(() => () => beAt(null, null), []);
  useEffect(() => {
    onForm(form !== null);
    return () => onForm(false);
  }, [form, onForm]);

  const close = () => {
    setChosen(null);
    bar.current?.querySelector<HTMLElement>('.action-bar button')?.focus();
  };
  const pick = (action: OpenAction | undefined) => {
    if (action && action.disabledReason === null) setChosen(action);
  };
  const openByLetter = (event: KeyboardEvent) => pick(keyed.get(letterOf(event)));
  const keyOf = (action: OpenAction) =>
    action.key !== null && keyed.get(action.key) === action ? actionKeyText(action.key) : null;
  useShortcuts({
    ...Object.fromEntries([...keyed.keys()].map((key) => [key.toLowerCase(), openByLetter])),
    ...(chosen ? { escape: close } : {}),
  });

  const whyOf = ({ disabledReason, disabledReasonEn }: OpenAction) =>
    lang === 'zh' ? disabledReason : disabledReasonEn;
  return (
    <div className={form === 'merge' ? 'actions is-tall' : 'actions'} ref={bar}>
      {chosen ? (
        <Guard resetOn={chosen.name} onClose={close}>
          <ActionPanel
            key={`${chosen.name}.${chosen.target}`}
            action={chosen}
            current={current}
            title={nameOf(chosen)}
            answer={answer}
            onClose={close}
            onDone={() => {
              if (verbForms[chosen.name]?.afterwards === 'stay') return close();
              setChosen(null);
              onDone(answer.ticket.id);
            }}
          />
        </Guard>
      ) : null}
      <div className="action-bar" role="toolbar" aria-label={t('actions.label')}>
        {actions.length === 0 ? <span className="muted">{t('actions.none')}</span> : null}
        {main.map((action, i) => (
          <Button
            key={`${action.name}.${action.target}`}
            type={i === 0 && isAwaited(action) ? 'primary' : 'default'}
            aria-expanded={current === action}
            onClick={() => pick(action)}
          >
            {nameOf(action)} <ActionKey text={keyOf(action)} />
          </Button>
        ))}
        <MoreActions actions={more} nameOf={nameOf} keyOf={keyOf} whyOf={whyOf} onPick={pick} />
      </div>
    </div>
  );
}
