import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { Refusal } from '@hotline/shared/refusal';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, onceKey, sentenceOf } from '../../data/api.ts';
import { DraftNote } from '../../data/drafts/DraftNote.tsx';
import { dropDraft } from '../../data/drafts/draft.ts';
import { useKept } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { isCommand } from '../../keys/useCommands.ts';
import { useAboutCase } from '../../phrases/aboutCase.ts';
import { PhraseButton } from '../../phrases/PhraseButton.tsx';
import { useGapCheck } from '../../phrases/useGapCheck.ts';
import { useT } from '../../text/translate.ts';
import { isComposing } from '../../ui/shortcuts.ts';
import { reload, takeCase } from '../case/openCase.ts';
import { WhoElseFills } from '../case/WhoIsHere.tsx';
import { formOf } from '../forms/index.ts';
import { useSteadyScroll } from '../queue/useSteadyScroll.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { useMeanwhile } from './useMeanwhile.ts';

type Props = {
  /** As it stood when the form was opened. */
  action: OpenAction;
  /** The same action as it stands now; null once somebody else's action has ended it. */
  current: OpenAction | null;
  title: string;
  answer: CaseAnswer;
  onClose: () => void;
  onDone: () => void;
};

/** The form of one verb. A refusal keeps everything that was typed and says what to do. */
export function ActionPanel({ action, current, title, answer, onClose, onDone }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const scroller = useSteadyScroll();
  const lastField = useRef<HTMLElement | null>(null);
  /** A decided line goes, and with it the key that had the focus: on to where the person was typing. */
  const backToField = () => lastField.current?.focus({ preventScroll: true });
  const [keyOf] = useState(() => onceKey());
  const Form = formOf(action.name);
  const draftKey = `${action.name}-${action.target ?? answer.ticket.id}`;
  useAboutCase(answer, action);
  const gapIn = useGapCheck();
  const kept = useKept((s) => s[draftKey]);
  const meanwhile = useMeanwhile(action, answer, kept?.conflicts ?? []);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select');
    if (!form.current?.contains(document.activeElement)) first?.focus();
  }, []);
  const send = async (fields: Record<string, unknown>) => {
    if (!current) return;
    if (!meanwhile.isChecked()) {
      setRefusal(t('conflict.again'));
      return;
    }
    const input = { ...fields, ...targetOf(action) };
    setBusy(true);
    setRefusal(null);
    try {
      const key = keyOf({ version: current.version, input });
      const after = await api.act(answer.ticket.id, action.name, current.version, input as never, key);
      void dropDraft(draftKey);
      void takeCase(after);
      onDone();
    } catch (error) {
      setRefusal(sentenceOf(error));
      const outdated =
        error instanceof Refusal && ['stale', 'wrongStatus', 'conflict', 'notFound'].includes(error.code);
      if (outdated) await reload();
      if (error instanceof Refusal) await meanwhile.refused(error);
    } finally {
      setBusy(false);
    }
  };
  const ended = !current || current.disabledReason !== null;
  const why = lang === 'zh' ? current?.disabledReason : current?.disabledReasonEn;
  return (
    <section
      className="action-panel"
      aria-label={t('actions.form', { action: title })}
      onFocus={({ target }) => {
        if (scroller.current?.contains(target)) lastField.current = target;
      }}
      onSubmitCapture={(event) => {
        const gap = gapIn(event.currentTarget);
        if (gap === null) return;
        event.preventDefault();
        event.stopPropagation();
        setRefusal(t('phrase.gapLeft', { gap }));
      }}
      onKeyDownCapture={(event) => {
        if (isComposing(event.nativeEvent) || !isCommand(event.nativeEvent, 'submit')) return;
        event.preventDefault();
        event.stopPropagation();
        form.current?.requestSubmit();
      }}
    >
      <h3>
        {title}
        <WhoElseFills ticketId={answer.ticket.id} form={action.name} />
      </h3>
      <Meanwhile
        {...meanwhile.shown}
        onSettle={(field, keep) => {
          meanwhile.seen(field);
          kept?.settle(field, keep);
          backToField();
        }}
        onSeen={() => {
          meanwhile.seen();
          backToField();
        }}
      />
      {refusal ? <Alert type={meanwhile.mayRepeat ? 'warning' : 'error'} role="alert" title={refusal} /> : null}
      {ended && !busy ? (
        <Alert type="warning" role="status" title={why ?? t('actions.ended')} description={t('actions.kept')} />
      ) : null}
      <div className="action-form" ref={scroller}>
        <Form
          formRef={form}
          action={action}
          answer={answer}
          draftKey={draftKey}
          onSubmit={(fields) => void send(fields)}
          buttons={
            <div className="form-buttons">
              <Button type="primary" htmlType="submit" loading={busy} disabled={ended}>
                {meanwhile.mayRepeat ? t('conflict.sendAgain') : t('actions.confirm', { action: title })}{' '}
                <CommandKey name="submit" />
              </Button>
              <Button onClick={onClose}>{t('actions.cancel')}</Button>
              <PhraseButton />
              {kept ? <DraftNote {...kept} /> : null}
            </div>
          }
        />
      </div>
    </section>
  );
}

const targetOf = ({ about, target }: OpenAction) => (about === 'ticket' ? {} : { [`${about}Id`]: target });
