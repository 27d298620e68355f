import type { CaseAnswer, TicketRow } from '@hotline/shared/api/tickets';
import { ticketStatusTerms } from '@hotline/shared/catalog/terms';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api, sentenceOf } from '../../../data/api.ts';
import { useCatalog, useDepartmentName } from '../../../data/catalog.ts';
import { useRead } from '../../../data/useRead.ts';
import { useT, useTerm } from '../../../text/translate.ts';
import { localDay } from '../../../ui/localTime.ts';
import { isComposing } from '../../../ui/shortcuts.ts';

type Because = 'number' | 'caller' | 'place';
type Found = { row: TicketRow; because: Because };
type Props = {
  ticket: CaseAnswer['ticket'];
  chosen: string | null;
  error: string | undefined;
  onChoose: (id: string) => void;
};

/** Which ticket to merge into: of the same caller, at the same place, or by its number. */
export function MergeCandidates({ ticket, chosen, error, onChoose }: Props) {
  const t = useT();
  const name = useId();
  const alike = useAlike(ticket.id);
  const [number, setNumber] = useState('');
  const [hits, setHits] = useState<Found[]>([]);
  const [note, setNote] = useState<string | null>(null);
  const found = [...hits, ...alike.filter((a) => !hits.some((h) => h.row.id === a.row.id))];

  const search = async () => {
    const q = number.trim();
    if (!q) return;
    try {
      const { items } = await api.call('tickets', { query: { q, limit: 5 } });
      const others = items.filter((row) => row.id !== ticket.id);
      setHits(others.map((row) => ({ row, because: 'number' })));
      setNote(others.length === 0 ? t('search.none', { q }) : null);
      const [only] = others;
      if (only && others.length === 1) onChoose(only.id);
    } catch (problem) {
      setNote(sentenceOf(problem));
    }
  };
  return (
    <fieldset className="field pick-list" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        {t('merge.into')}
        <span className="required">{t('form.required')}</span>
      </legend>
      <div className="find-row">
        <Input
          type="search"
          autoFocus
          aria-label={t('merge.number')}
          placeholder={t('merge.number')}
          value={number}
          onChange={(e) => setNumber(e.target.value)}
          onKeyDown={(e) => {
            if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || isComposing(e.nativeEvent)) return;
            e.preventDefault();
            void search();
          }}
        />
        <Button onClick={() => void search()}>{t('merge.find')}</Button>
        <span role="status" className="muted">
          {note}
        </span>
      </div>
      {found.map((f) => (
        <Candidate key={f.row.id} {...f} name={name} checked={f.row.id === chosen} onChoose={onChoose} />
      ))}
      {found.length === 0 ? <p className="muted">{t('merge.nothingAlike')}</p> : null}
      {error ? (
        <div id={`${name}-error`} className="field-error">
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}

type CandidateProps = Found & { name: string; checked: boolean; onChoose: (id: string) => void };

function Candidate({ row, because, name, checked, onChoose }: CandidateProps) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const lead = row.dispatches.find((d) => d.role === 'lead' && d.parentId === null && d.status !== 'returned');
  const facts = [
    localDay(row.receivedAt, offset),
    term(ticketStatusTerms, row.status),
    lead && lead.status !== 'released' ? departmentName(lead.departmentId) : null,
  ];
  return (
    <label className={checked ? 'is-picked' : ''}>
      <input type="radio" name={name} checked={checked} onChange={() => onChoose(row.id)} />
      <span>
        <b className="number">{row.number}</b> {row.title}{' '}
        <span className="muted">
          {facts.filter(Boolean).join(' · ')} · {t(`merge.because.${because}`)}
        </span>
      </span>
    </label>
  );
}

function useAlike(ticketId: string): Found[] {
  const { value } = useRead('alikeTickets', { params: { id: ticketId } });
  const byCaller = (value?.byCaller ?? []).map((row): Found => ({ row, because: 'caller' }));
  const seen = new Set(byCaller.map(({ row }) => row.id));
  const byPlace = (value?.byPlace ?? []).map((row): Found => ({ row, because: 'place' }));
  return [...byCaller, ...byPlace.filter(({ row }) => !seen.has(row.id))];
}
