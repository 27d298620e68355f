import type { View } from '@hotline/shared/api/search';
import { maxLengthOf } from '@hotline/shared/schema';
import { ViewName } from '@hotline/shared/search/sought';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, sentenceOf } from '../data/api.ts';
import { usePerson } from '../data/session.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { useTextFlaw } from '../ui/useTextFlaw.ts';
import { queryOf } from './searchQuery.ts';

const everyMs = 30_000;
type Audience = View['audience'];

/** Lists worth keeping, with how many each holds now. */
export function SavedViews({ current }: { current: string }) {
  const t = useT();
  const { value, again } = useRead('views', {}, { everyMs });
  const views = value?.items;
  const [message, setMessage] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    const refused = await work().then(() => null, sentenceOf);
    setMessage(refused);
    await again();
    return refused === null;
  };
  return (
    <aside className="views" aria-label={t('view.title')}>
      <h2>{t('view.title')}</h2>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      {views?.length === 0 ? <p className="muted">{t('view.none')}</p> : null}
      <ul>
        {views?.map((view) => (
          <li key={view.id}>
            <Link to={`${paths.search()}?${view.query}`} aria-current={view.query === current ? 'page' : undefined}>
              {view.name} <span className="number">{view.count}</span>
            </Link>
            <span className="muted">{t(`view.${view.audience}`)}</span>
            {view.isMine ? (
              <Button
                type="text"
                size="small"
                aria-label={t('view.drop', { name: view.name })}
                onClick={() => void attempt(() => api.call('deleteView', { params: { id: view.id } }))}
              >
                ×
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {Object.keys(queryOf(new URLSearchParams(current))).length > 0 ? (
        <SaveView
          onSave={(name, audience) => attempt(() => api.call('saveView', { body: { name, audience, query: current } }))}
        />
      ) : null}
    </aside>
  );
}

function SaveView({ onSave }: { onSave: (name: string, audience: Audience) => Promise<boolean> }) {
  const t = useT();
  const flawOf = useTextFlaw();
  const isOfDepartment = usePerson().departments.length > 0;
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<Audience>('private');
  const shared: Audience = isOfDepartment ? 'department' : 'centre';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!flawOf(ViewName, name) && (await onSave(name.trim(), audience))) setName('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={t('view.name')} error={flawOf(ViewName, name, false)}>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            maxLength={maxLengthOf(ViewName)}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
        )}
      </Field>
      <Choice
        label={t('view.audience')}
        value={audience}
        options={(['private', shared] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={setAudience}
      />
      <Button size="small" htmlType="submit">
        {t('view.save')}
      </Button>
    </form>
  );
}
