import type { Answer } from '@hotline/shared/api/client';
import { ticketStatusTerms } from '@hotline/shared/catalog/terms';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import { Button } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useRested } from '../data/useAsked.ts';
import { useRead } from '../data/useRead.ts';
import { useT, useTerm } from '../text/translate.ts';
import { localDay } from '../ui/localTime.ts';

type Rows = Answer<'appealsByPhone'>['items'];
type Props = {
  phone: string;
  /** Of the number of the call, while none is typed. */
  known: Rows | null;
  joinTicketId: string | null;
  onJoin: (ticketId: string, number: string) => void;
};

const quietMs = 400;
const enoughDigits = 7;
const joinable = new Set(['awaitingDispatch', 'handling']);

/** Earlier appeals from this number; one still open can take this one in. */
export function History({ phone, known, joinTicketId, onJoin }: Props) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const areaCode = useCatalog((s) => s.areaCode);
  const read = readPhone(phone, areaCode)?.phone ?? '';
  const isNumber = read.replace(/\D/g, '').length >= enoughDigits;
  const rested = useRested(isNumber ? phone : null, quietMs);
  const { value } = useRead('appealsByPhone', rested === phone ? { query: { phone, limit: 5 } } : null);
  const rows = phone === '' ? known : isNumber ? (value?.items ?? null) : null;
  if (!rows) return null;
  return (
    <section aria-label={t('log.history')} aria-live="polite">
      <h3>{t('log.historyCount', { n: rows.length })}</h3>
      <ul className="history">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <span className="number">{row.number}</span>{' '}
              <span className="muted">{localDay(row.receivedAt, offset)}</span>
            </div>
            <div>{row.title}</div>
            <div>
              {[row.citizenName, term(ticketStatusTerms, row.ticketStatus)].filter(Boolean).join(' · ')}
              {joinable.has(row.ticketStatus) && row.ticketId !== joinTicketId ? (
                <Button size="small" type="link" onClick={() => onJoin(row.ticketId, row.number)}>
                  {t('log.join')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
