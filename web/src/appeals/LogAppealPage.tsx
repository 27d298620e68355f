import { lateEntryLoggers } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { useEffect, useRef, useState } from 'react';
import { useCaller } from '../calls/callers.ts';
import { api, onceKey, sentenceOf } from '../data/api.ts';
import { useDraft } from '../data/drafts/draft.ts';
import { useDraftSlot } from '../data/drafts/draftSlot.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { useCommands } from '../keys/useCommands.ts';
import { withArticle } from '../knowledge/citing.ts';
import type { Fitting } from '../knowledge/FittingArticles.tsx';
import { useGapCheck } from '../phrases/useGapCheck.ts';
import { LogHelp } from '../suggestions/LogHelp.tsx';
import { useT } from '../text/translate.ts';
import { AppealForm } from './AppealForm.tsx';
import { Caller } from './Caller.tsx';
import { chosenCitizen } from './chosenCitizen.ts';
import { DirectAnswer } from './DirectAnswer.tsx';
import { HandOff110 } from './HandOff110.tsx';
import { LateFields } from './LateFields.tsx';
import { LogActions } from './LogActions.tsx';
import { appealOf, emergencyOf, emptyLog, isEmptyLog, isIncomplete, isTooShort, type LogDraft } from './logDraft.ts';
import { type Logged, Receipt } from './Receipt.tsx';
import { UnsentAppeals } from './UnsentAppeals.tsx';
import { useAboutLog } from './useAboutLog.ts';
import './log.css';

/** A draft of its own for each call, and for each tab. */
const draftOf = (callId: string | null) => (callId ? `log-call-${callId}` : 'log-appeal');

/** What was refused; `of`: the form whose words it is about, so that it goes once they are others. */
type Refused = { sentence: string; of: LogDraft | null };
const isAboutInput = (error: unknown) => error instanceof Refusal && error.code === 'invalid';

type Props = { callId?: string | null; join?: string | null; joinNumber?: string | null };

/** 登记诉求: the caller on the left, the appeal in the middle, help on the right. Nothing typed is ever lost. */
export function LogAppealPage({ callId = null, join = null, joinNumber = null }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<LogDraft>({ ...emptyLog, joinTicketId: join, joinNumber });
  const caller = useCaller(callId);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [open, setOpen] = useState<'answer' | '110' | null>(null);
  const [logged, setLogged] = useState<Logged | null>(null);
  const [keyOf] = useState(() => onceKey());
  const form = useRef<HTMLElement>(null);
  const gapIn = useGapCheck();
  // A call has its own time.
  const mayEnterLate = hasRole(usePerson(), lateEntryLoggers);
  const slot = useDraftSlot(draftOf(callId));
  const saved = useDraft<LogDraft>(slot, logged || isEmptyLog(draft) ? null : draft, (body) =>
    setDraft({ ...emptyLog, ...body, ...(join ? { joinTicketId: join, joinNumber } : {}) }),
  );
  const citizenId = chosenCitizen(draft, caller);
  const set = (change: Partial<LogDraft>) => setDraft((d) => ({ ...d, ...change }));
  useEffect(() => {
    document.title = `${t('log.title')} · ${t('app.short')}`;
  }, [t]);

  const submit = async (said = draft): Promise<Logged | null> => {
    setTried(true);
    // An emergency waits for nothing; what the server cannot keep of it, it says.
    if (busy || (said === draft && isIncomplete(said))) return null;
    const gap = said === draft ? gapIn(form.current) : null;
    if (gap !== null) {
      setRefusal({ sentence: t('phrase.gapLeft', { gap }), of: draft });
      return null;
    }
    setBusy(true);
    setRefusal(null);
    try {
      const body = appealOf(said, { callId, citizenId });
      const { appeal, ticket } = await api.call('logAppeal', { body, key: keyOf(body) });
      void saved.drop();
      return { appeal, ticket, answerFailed: null, isHandedOff: false };
    } catch (error) {
      setRefusal({ sentence: sentenceOf(error), of: isAboutInput(error) ? draft : null });
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
    const cites = draft.cites?.length ? { cites: [...draft.cites] } : {};
    const input = { appealId: appeal.id, answer, ...cites };
    const failed = await api
      .act(ticket.id, 'answer', ticket.version, input, keyOf(input))
      .then(() => null)
      .catch(sentenceOf);
    setOpen(null);
    setLogged({ ...done, answerFailed: failed });
  };
  /** The words are told as they stand, after what was written before. */
  const cite = (article: Fitting) => {
    const { words, cites } = withArticle({ words: draft.answer ?? '', cites: draft.cites ?? [] }, article);
    set({ answer: words, cites });
    setTried(true);
    setOpen('answer');
  };
  const logAndHandOff = async (told: string) => {
    const done = await submit(emergencyOf(draft));
    if (!done) return;
    const { ticket, appeal } = done;
    const input = { appealId: appeal.id, reasonCode: 'police', answer: told };
    const failed = await api
      .act(ticket.id, 'handOff', ticket.version, input, keyOf(input))
      .then(() => null)
      .catch(sentenceOf);
    setOpen(null);
    setLogged({ ...done, answerFailed: failed, isHandedOff: failed === null });
  };
  const again = () => {
    setDraft(emptyLog);
    setLogged(null);
    setTried(false);
    setOpen(null);
  };
  const toCategory = () => document.querySelector<HTMLElement>('.log-category input')?.focus();
  const closeHandOff = () => {
    setOpen(null);
    document.querySelector<HTMLElement>('.log-content')?.focus();
  };
  useAboutLog(draft, open === 'answer' ? 'answer' : 'appeal');
  useCommands({ handOff110: () => setOpen('110') }, !logged && open !== '110');
  useCommands({ category: toCategory, save: () => void saved.saveNow() }, !logged);
  useCommands({ submit: () => void logOnly() }, !logged && open === null);

  if (logged) return <Receipt logged={logged} onAgain={again} />;
  return (
    <div className="log">
      <h1 className="visually-hidden">{t('log.title')}</h1>
      <Caller draft={draft} set={set} callId={callId} caller={caller} citizenId={citizenId} />
      <section className="log-form" ref={form} aria-label={t('log.appeal')}>
        {open === '110' ? (
          <HandOff110
            busy={busy}
            hasContent={!isTooShort(draft)}
            onHandOff={(told) => void logAndHandOff(told)}
            onCancel={closeHandOff}
          />
        ) : null}
        {callId === null && isEmptyLog(draft) ? <UnsentAppeals own={slot} onResume={setDraft} /> : null}
        {callId === null && mayEnterLate ? <LateFields late={draft.late} set={set} tried={tried} /> : null}
        <AppealForm draft={draft} set={set} tried={tried} isNumberKnown={callId !== null} />
        {open === 'answer' ? (
          <DirectAnswer
            busy={busy}
            answer={draft.answer ?? ''}
            cites={draft.cites ?? []}
            onUncite={() => set({ cites: [] })}
            onChange={(answer) => set({ answer })}
            onAnswer={(answer) => void logAndAnswer(answer)}
            onCancel={() => setOpen(null)}
          />
        ) : null}
        <LogActions
          busy={busy}
          isElsewhere={open !== null}
          refusal={refusal && (refusal.of ?? draft) === draft ? refusal.sentence : null}
          saved={saved}
          onAnswer={() => {
            setTried(true);
            if (!isIncomplete(draft)) setOpen('answer');
          }}
          onHandOff={() => setOpen('110')}
          onSubmit={() => void logOnly()}
          onSave={() => void saved.saveNow()}
        />
      </section>
      <LogHelp draft={draft} callId={callId} set={set} onCite={cite} />
    </div>
  );
}
