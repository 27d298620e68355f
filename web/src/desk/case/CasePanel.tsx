import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DeskName } from '../../paths.ts';
import { LikelyLead } from '../../suggestions/LikelyLead.tsx';
import { useT } from '../../text/translate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ActionBar } from '../action/ActionBar.tsx';
import { Awaited } from './Awaited.tsx';
import { CaseBody } from './CaseBody.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { Linked } from './Linked.tsx';
import { News } from './News.tsx';
import { reload, useOpenCase } from './openCase.ts';
import { StubView } from './StubView.tsx';

type Props = { id: string | null; desk: DeskName; onDone: (id: string) => void };

/** The case: what is awaited of me, the citizen's words, the departments, what was said, what happened. */
export function CasePanel({ id, desk, onDone }: Props) {
  const t = useT();
  const { answer, events, news, stub, message } = useOpenCase();
  const [isWriting, setWriting] = useState(false);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // In a low window the pane begins to scroll with the form, whose field has the focus by then. It alone moves.
    const form = isWriting ? pane.current?.querySelector('.action-panel') : null;
    if (pane.current && form)
      pane.current.scrollTop += form.getBoundingClientRect().top - pane.current.getBoundingClientRect().top;
  }, [isWriting]);
  if (!id) {
    return (
      <section className="case" aria-label={t('case.label')}>
        <EmptyState title={t('case.choose')} />
      </section>
    );
  }
  const shown = answer?.ticket.id === id ? answer : null;
  return (
    <section className={isWriting ? 'case has-form' : 'case'} ref={pane} aria-label={t('case.label')}>
      {message ? (
        <Alert
          type="error"
          title={message}
          action={
            <Button size="small" onClick={() => void reload()}>
              {t('queue.again')}
            </Button>
          }
        />
      ) : null}
      {stub?.ticketId === id ? <StubView stub={stub} /> : null}
      {shown ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it */}
          <section className="case-scroll" id="case" aria-label={t('case.text')} tabIndex={0}>
            <CaseHeader answer={shown} desk={desk} />
            <Linked events={events} />
            <News news={news} answer={shown} />
            <Awaited answer={shown} />
            <LikelyLead answer={shown} />
            <CaseBody answer={shown} events={events} />
          </section>
          <ActionBar key={id} answer={shown} onDone={onDone} onForm={setWriting} />
        </>
      ) : message || stub ? null : (
        <Skeleton className="late" />
      )}
    </section>
  );
}
