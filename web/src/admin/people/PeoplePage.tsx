import type { StaffMember } from '@hotline/shared/api/admin/people';
import { maxLengthOf } from '@hotline/shared/schema';
import { FilterWords } from '@hotline/shared/search/sought';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { usePages } from '../../data/usePages.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { AddPerson } from './AddPerson.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { DisablePerson, ResetPassword, Rights } from './personDialogs.tsx';

type Open = { what: 'add' } | { what: 'rights' | 'reset' | 'disable'; person: StaffMember };

/** 人员与权限: who may sign in, and what each may do where. */
export function PeoplePage() {
  const t = useT();
  const [q, setQ] = useState('');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { items, message, more, put } = usePages('people', { query: q ? { q } : {} });
  if (!items && !message) return <Skeleton className="late" />;
  const people = items ?? [];

  const done = (person: StaffMember) => {
    const known = people.find((p) => p.id === person.id);
    const shown = { ...person, lastSeenAt: known?.lastSeenAt ?? null };
    put((page, index) => {
      const changed = page.items.map((p) => (p.id === person.id ? shown : p));
      return { ...page, items: known || index > 0 ? changed : [shown, ...changed] };
    });
    setSaid(t('who.done', { name: person.name }));
    setFailed(null);
    setOpen(null);
  };
  const close = () => setOpen(null);
  return (
    <>
      <div className="admin-bar">
        <Field label={t('who.search')} isLabelHidden className="note">
          {(wiring) => (
            <Input.Search
              {...wiring}
              placeholder={t('who.search')}
              allowClear
              maxLength={maxLengthOf(FilterWords)}
              value={typed}
              onChange={(e) => setTyped(e.target.value)}
              onSearch={(words) => setQ(words.trim())}
            />
          )}
        </Field>
        <span role="status">{said}</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen({ what: 'add' })}>
          {t('who.add')}
        </Button>
      </div>
      {(failed ?? message) ? <Alert type="error" role="alert" title={failed ?? message} /> : null}
      <PeopleTable people={people} onOpen={setOpen} onDone={done} onFailed={setFailed} />
      {items?.length === 0 ? <p className="muted">{t('admin.none')}</p> : null}
      {more ? <Button onClick={() => void more()}>{t('admin.more')}</Button> : null}
      {open?.what === 'add' ? <AddPerson onDone={done} onClose={close} /> : null}
      {open?.what === 'rights' ? <Rights person={open.person} onDone={done} onClose={close} /> : null}
      {open?.what === 'reset' ? <ResetPassword person={open.person} onDone={done} onClose={close} /> : null}
      {open?.what === 'disable' ? <DisablePerson person={open.person} onDone={done} onClose={close} /> : null}
    </>
  );
}
