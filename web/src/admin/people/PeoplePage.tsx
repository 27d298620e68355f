import type { StaffMember } from '@hotline/shared/api/admin/people';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { useRead } from '../../ui/useRead.ts';
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
  const { value, message, put } = useRead(() => api.call('people', { query: q ? { q } : {} }), q);
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;

  const done = (person: StaffMember) => {
    const known = value.items.find((p) => p.id === person.id);
    const shown = { ...person, lastSeenAt: known?.lastSeenAt ?? null };
    put({
      ...value,
      items: known ? value.items.map((p) => (p.id === person.id ? shown : p)) : [shown, ...value.items],
    });
    setSaid(t('who.done', { name: person.name }));
    setFailed(null);
    setOpen(null);
  };
  const more = async () => {
    const cursor = value.nextCursor;
    if (cursor === null) return;
    const next = await api.call('people', { query: { ...(q ? { q } : {}), cursor } });
    put({ items: [...value.items, ...next.items], nextCursor: next.nextCursor });
  };
  const close = () => setOpen(null);
  return (
    <>
      <div className="admin-bar">
        <Input.Search
          className="note"
          aria-label={t('who.search')}
          placeholder={t('who.search')}
          allowClear
          value={typed}
          onChange={(e) => setTyped(e.target.value)}
          onSearch={(words) => setQ(words.trim())}
        />
        <span role="status">{said}</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen({ what: 'add' })}>
          {t('who.add')}
        </Button>
      </div>
      {failed ? <Alert type="error" role="alert" title={failed} /> : null}
      <PeopleTable people={value.items} onOpen={setOpen} onDone={done} onFailed={setFailed} />
      {value.items.length === 0 ? <p className="muted">{t('admin.none')}</p> : null}
      {value.nextCursor === null ? null : <Button onClick={() => void more()}>{t('admin.more')}</Button>}
      {open?.what === 'add' ? <AddPerson onDone={done} onClose={close} /> : null}
      {open?.what === 'rights' ? <Rights person={open.person} onDone={done} onClose={close} /> : null}
      {open?.what === 'reset' ? <ResetPassword person={open.person} onDone={done} onClose={close} /> : null}
      {open?.what === 'disable' ? <DisablePerson person={open.person} onDone={done} onClose={close} /> : null}
    </>
  );
}
