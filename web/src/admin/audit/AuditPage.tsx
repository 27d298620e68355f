import { auditRoutes } from '@hotline/shared/api/admin/audit';
import type { Answer } from '@hotline/shared/api/client';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { usePages } from '../../data/usePages.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { dayAndClock } from '../../ui/localTime.ts';
import { actKey, auditActNames, isAuditAct } from './acts.ts';

const names = ['person', 'act', 'subject', 'from', 'to'] as const;
type Filter = Partial<Record<(typeof names)[number], string>>;

/** 审计: who looked at or changed what, when and why; the filter is in the address. */
export function AuditPage() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(names.flatMap((n) => (params.get(n) ? [[n, params.get(n)]] : []))) as Filter;
  const key = JSON.stringify(filter);
  const { items, message, more } = usePages('audit', { query: asked(filter) });
  return (
    <>
      <Filters key={key} filter={filter} onSearch={(next) => setParams(next as Record<string, string>)} />
      {message ? <Alert type="error" title={message} /> : null}
      {items ? <Rows items={items} /> : message ? null : <Skeleton className="late" />}
      {more ? <Button onClick={() => void more()}>{t('admin.more')}</Button> : null}
    </>
  );
}

const asks = auditRoutes.audit.query.properties;

function Filters({ filter, onSearch }: { filter: Filter; onSearch: (filter: Filter) => void }) {
  const t = useT();
  const [typed, setTyped] = useState<Filter>(filter);
  const set = (name: keyof Filter) => (value: string) => setTyped((f) => ({ ...f, [name]: value }));
  const day = (name: 'from' | 'to') => (
    <Field label={t(`audit.${name}`)}>
      {({ id }) => (
        <input
          id={id}
          className="native"
          type="date"
          value={typed[name] ?? ''}
          onChange={(e) => set(name)(e.target.value)}
        />
      )}
    </Field>
  );
  return (
    <form
      className="admin-bar audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(Object.fromEntries(Object.entries(typed).filter(([, value]) => value?.trim())));
      }}
    >
      <Field label={t('audit.person')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(asks.person)}
            value={typed.person ?? ''}
            onChange={(e) => set('person')(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('audit.act')}>
        {({ id }) => (
          <select id={id} className="native" value={typed.act ?? ''} onChange={(e) => set('act')(e.target.value)}>
            <option value="">{t('audit.all')}</option>
            {auditActNames.map((name) => (
              <option key={name} value={name}>
                {t(actKey(name))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('audit.subject')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(asks.subject)}
            placeholder={t('audit.subjectHint')}
            value={typed.subject ?? ''}
            onChange={(e) => set('subject')(e.target.value)}
          />
        )}
      </Field>
      {day('from')}
      {day('to')}
      <Button type="primary" htmlType="submit" className="end">
        {t('audit.search')}
      </Button>
    </form>
  );
}

function Rows({ items }: { items: Answer<'audit'>['items'] }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  if (items.length === 0) return <p className="muted">{t('admin.none')}</p>;
  return (
    <table className="plain">
      <caption className="visually-hidden">{t('admin.audit')}</caption>
      <thead>
        <tr>
          {(['at', 'person', 'act', 'subject', 'purpose'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`audit.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.seq}>
            <td className="nowrap">{dayAndClock(row.at, offset)}</td>
            <td className="nowrap">{row.personName}</td>
            <td className="nowrap">{isAuditAct(row.act) ? t(actKey(row.act)) : row.act}</td>
            <td className="nowrap">{row.subject}</td>
            <td>{row.purpose}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function asked({ act, ...rest }: Filter) {
  return { ...rest, ...(act && isAuditAct(act) ? { act } : {}) };
}
