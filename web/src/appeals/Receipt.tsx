import type { Answer } from '@hotline/shared/api/client';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.ts';
import { useCatalog } from '../stores/catalog.ts';
import { usePerson } from '../stores/session.ts';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';
import { desksOf } from '../tickets/desks.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { dueWords } from '../ui/localTime.ts';
import { useShortcuts } from '../ui/shortcuts.ts';

export type Logged = Pick<Answer<'logAppeal'>, 'appeal' | 'ticket'> & {
  /** The appeal is logged, but the answer given with it was refused, and why. */
  answerFailed: string | null;
};

/** What to read to the citizen before hanging up: number, query code, and by when there will be an answer. */
export function Receipt({
  logged: { appeal, ticket, answerFailed },
  onAgain,
}: {
  logged: Logged;
  onAgain: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const own = desksOf(usePerson());
  const desk = own.includes('dispatch') ? 'dispatch' : 'all';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const dispatch = () => void navigate(paths.ticket(desk, ticket.id, { do: 'dispatch' }));
  useShortcuts({ 'ctrl+enter': dispatch });
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h1 id="receipt" tabIndex={-1} ref={heading}>
        {t('receipt.title')}
      </h1>
      {answerFailed ? (
        <Alert type="error" role="alert" title={t('receipt.answerFailed', { why: answerFailed })} />
      ) : null}
      <dl>
        <dt>{t('receipt.number')}</dt>
        <dd className="number">{appeal.number}</dd>
        <dt>{t('receipt.code')}</dt>
        <dd className="number">{appeal.queryCode}</dd>
        <dt>{t('receipt.promised')}</dt>
        <dd>{t('receipt.before', { due: dueWords(appeal.promisedDueAt, offset, lang) })}</dd>
      </dl>
      <p className="muted">{t('receipt.tell')}</p>
      <div className="form-buttons">
        <Button type="primary" onClick={onAgain}>
          {t('receipt.again')}
        </Button>
        <Button onClick={dispatch}>
          {t('receipt.dispatch')} <Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}
