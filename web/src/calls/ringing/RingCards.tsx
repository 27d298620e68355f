import { ticketStatusTerms } from '@hotline/shared/catalog/terms';
import type { CallView } from '@hotline/shared/telephony/call';
import { Button } from 'antd';
import { useLocation } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { CommandKey, useKeyText } from '../../keys/CommandKey.tsx';
import { useT, useTerm } from '../../text/translate.ts';
import { localDay } from '../../ui/localTime.ts';
import { CallState } from '../CallState.tsx';
import { useCaller } from '../callers.ts';
import type { MyCalls } from '../myCalls.ts';
import { useOpenForm } from '../useOpenForm.ts';

const appealsShown = 4;
const joinable = new Set(['awaitingDispatch', 'handling']);

/**
 * A card for each call that rings, and for the present one as long as its form is not open. It takes no focus: whoever
 * is writing goes on writing.
 */
export function RingCards({ mine }: { mine: MyCalls }) {
  const t = useT();
  const { search } = useLocation();
  const onForm = new URLSearchParams(search).get('call');
  const waiting =
    mine.current && mine.unlogged.includes(mine.current) && mine.current.id !== onForm ? [mine.current] : [];
  const cards = [...waiting, ...mine.ringing.filter((call) => call.id !== onForm)];
  return (
    <section className="ring-cards" aria-label={t('call.cards')} aria-live="polite">
      {cards.map((call) => (
        <RingCard key={call.id} call={call} />
      ))}
    </section>
  );
}

function RingCard({ call }: { call: CallView }) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const caller = useCaller(call.id);
  const open = useOpenForm();
  const isMine = call.status !== 'ringing';
  const callKey = useKeyText('call');
  return (
    <article className={`ring-card ${isMine ? 'is-mine' : ''}`}>
      <header>
        <CallState call={call} />
      </header>
      <p className="muted">{isMine ? t('call.kept', { key: callKey }) : t('call.answerFirst')}</p>
      {caller ? (
        <>
          <p>
            {caller.people.length > 0
              ? `${t('call.people', { n: caller.people.length })}：${caller.people.map((p) => p.name).join('、')}`
              : t('call.unknown')}
          </p>
          <p>
            {caller.appeals.length > 0
              ? t('call.history', { n: caller.appeals.length, open: caller.openAppeals })
              : t('call.noHistory')}
          </p>
          <ul>
            {caller.appeals.slice(0, appealsShown).map((row) => (
              <li key={row.id}>
                <span className="number">{localDay(row.receivedAt, offset)}</span> {row.title}
                <span className="muted"> {term(ticketStatusTerms, row.ticketStatus)}</span>
                {joinable.has(row.ticketStatus) ? (
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${t('log.join')} ${row.number}`}
                    onClick={() => open(call, { ticketId: row.ticketId, number: row.number })}
                  >
                    {t('log.join')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isMine ? (
        <Button size="small" type="primary" onClick={() => open(call)}>
          {t('call.openForm')} <CommandKey name="call" />
        </Button>
      ) : null}
    </article>
  );
}
