import { useEffect, useState } from 'react';
import { api, onceKey, sentenceOf } from '../api.ts';
import { useCaller } from '../calls/callers.ts';
import { useDraft } from '../drafts/draft.ts';
import { LogHelp } from '../routing/LogHelp.tsx';
import { useT } from '../text/translate.ts';
import { useShortcuts } from '../ui/shortcuts.ts';
import { AppealForm } from './AppealForm.tsx';
import { Caller } from './Caller.tsx';
import { chosenCitizen } from './chosenCitizen.ts';
import { DirectAnswer } from './DirectAnswer.tsx';
import { LogActions } from './LogActions.tsx';
import { appealOf, emptyLog, isEmptyLog, isTooShort, type LogDraft } from './logDraft.ts';
import { type Logged, Receipt } from './Receipt.tsx';
import './log.css';

/** A draft of its own for each call. */
const draftKey = (callId: string | null) => (callId ? `log-call-${callId}` : 'log-appeal');

type Props = { callId?: string | null; join?: string | null; joinNumber?: string | null };

/** 登记诉求: the caller on the left, the appeal in the middle, help on the right. Nothing typed is ever lost. */
export function LogAppealPage({ callId = null, join = null, joinNumber = null }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<LogDraft>({ ...emptyLog, joinTicketId: join, joinNumber });
  const caller = useCaller(callId);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [answering, setAnswering] = useState(false);
  const [logged, setLogged] = useState<Logged | null>(null);
  const [keyOf] = useState(() => onceKey());
  const saved = useDraft<LogDraft>(draftKey(callId), logged || isEmptyLog(draft) ? null : draft, (body) =>
    setDraft({ ...emptyLog, ...body, ...(join ? { joinTicketId: join, joinNumber } : {}) }),
  );
  const citizenId = chosenCitizen(draft, caller);
  const set = (change: Partial<LogDraft>) => setDraft((d) => ({ ...d, ...change }));
  useEffect(() => {
    document.title = `${t('log.title')} · ${t('app.short')}`;
  }, [t]);

  const submit = async (): Promise<Logged | null> => {
    setTried(true);
    if (busy || isTooShort(draft)) return null;
    setBusy(true);
    setRefusal(null);
    try {
      const body = appealOf(draft, { callId, citizenId });
      const { appeal, ticket } = await api.call('logAppeal', { body, key: keyOf(body) });
      void saved.drop();
      return { appeal, ticket, answerFailed: null };
    } catch (error) {
      setRefusal(sentenceOf(error));
      void saved.saveNow();
      return null;
    } finally {
      setBusy(false);
    }
  };
  const logOnly = async () => setLogged(await submit());
  const logAndAnswer = async (answer: string) => {
    const done = await submit();
    if (!done) return;
    const { ticket, appeal } = done;
    const failed = await api
      .act(ticket.id, 'answer', ticket.version, { appealId: appeal.id, answer }, keyOf({ appeal: appeal.id, answer }))
      .then(() => null)
      .catch(sentenceOf);
    setAnswering(false);
    setLogged({ ...done, answerFailed: failed });
  };
  const again = () => {
    setDraft(emptyLog);
    setLogged(null);
    setTried(false);
    setAnswering(false);
  };
  const toCategory = () => document.querySelector<HTMLElement>('.log-category input')?.focus();
  useShortcuts({ f2: toCategory, 'ctrl+s': () => void saved.saveNow() }, !logged);
  useShortcuts({ 'ctrl+enter': () => void logOnly() }, !logged && !answering);

  if (logged) return <Receipt logged={logged} onAgain={again} />;
  return (
    <div className="log">
      <h1 className="visually-hidden">{t('log.title')}</h1>
      <Caller draft={draft} set={set} callId={callId} caller={caller} citizenId={citizenId} />
      <section className="log-form" aria-label={t('log.appeal')}>
        <AppealForm draft={draft} set={set} tried={tried} isNumberKnown={callId !== null} />
        {answering ? (
          <DirectAnswer
            busy={busy}
            onAnswer={(answer) => void logAndAnswer(answer)}
            onCancel={() => setAnswering(false)}
          />
        ) : null}
        <LogActions
          busy={busy}
          refusal={refusal}
          saved={saved}
          onAnswer={() => {
            setTried(true);
            if (!isTooShort(draft)) setAnswering(true);
          }}
          onSubmit={() => void logOnly()}
          onSave={() => void saved.saveNow()}
        />
      </section>
      <LogHelp draft={draft} callId={callId} set={set} />
    </div>
  );
}
