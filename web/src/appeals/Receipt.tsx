import type { Answer } from '@hotline/shared/api/client';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { usePerson } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { desksOf } from '../desk/desks.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { useNow } from '../ui/useNow.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';

export type Logged = Pick<Answer<'logAppeal'>, 'appeal' | 'ticket'> & {
  /** The appeal is logged, but the answer given with it was refused, and why. */
  answerFailed: string | null;
  /** An emergency: the police have it. */
  isHandedOff: boolean;
};

/** What to read to the citizen before hanging up: number, query code, and by when there will be an answer. */
export function Receipt({
  logged: { appeal, ticket, answerFailed, isHandedOff },
  onAgain,
}: {
  logged: Logged;
  onAgain: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes: offset, centreName } = useCatalog();
  const own = desksOf(usePerson());
  const desk = own.includes('dispatch') ? 'dispatch' : 'all';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const dispatch = () => void navigate(paths.ticket(desk, ticket.id, { do: 'dispatch' }));
  useCommands({ submit: dispatch }, !isHandedOff);
  const now = useNow();
  const { promiseClock } = appeal;
  const due = isHandedOff
    ? null
    : t(Date.parse(promiseClock.dueAt) > now ? 'receipt.before' : 'receipt.overdue', {
        due: clockDue(promiseClock, offset, lang),
      });
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h1 id="receipt" tabIndex={-1} ref={heading}>
        {t(isHandedOff ? 'handOff.done' : 'receipt.title')}
      </h1>
      {answerFailed ? (
        <Alert type="error" role="alert" title={t('receipt.answerFailed', { why: answerFailed })} />
      ) : null}
      {isHandedOff ? (
        <p className="receipt-police">
          <strong>110</strong> {t('handOff.tell')}
        </p>
      ) : null}
      <p className="print-only print-title">{t('slip.title', { centre: centreName })}</p>
      <div className="receipt-facts">
        <dl>
          <dt>{t('receipt.number')}</dt>
          <dd className="number">{appeal.number}</dd>
          <dt>{t('receipt.code')}</dt>
          <dd className="number">{appeal.queryCode}</dd>
          {due ? (
            <>
              <dt>{t('receipt.promised')}</dt>
              <dd>{due}</dd>
            </>
          ) : null}
        </dl>
        <ReceiptSlip number={appeal.number} queryCode={appeal.queryCode} />
      </div>
      <p className="muted receipt-tell">{t('receipt.tell')}</p>
      <div className="form-buttons">
        <Button type="primary" onClick={onAgain}>
          {t('receipt.again')}
        </Button>
        {isHandedOff ? null : (
          <Button onClick={dispatch}>
            {t('receipt.dispatch')} <CommandKey name="submit" />
          </Button>
        )}
        <Button onClick={() => window.print()}>{t('slip.print')}</Button>
      </div>
    </section>
  );
}
