import { kindTerms } from '@hotline/shared/catalog/terms';
import { maxLengthOf } from '@hotline/shared/schema';
import { SoughtWords } from '@hotline/shared/search/sought';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { paths } from '../paths.ts';
import { useOptions, useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { fromField, localDay } from '../ui/localTime.ts';
import { found } from '../ui/PickSelect.tsx';
import { isComposing } from '../ui/shortcuts.ts';
import { openStatuses } from './searchQuery.ts';

const dayMs = 86_400_000;
type Option = { value: string; label: string };

/** Words and filters; every change is an address of its own, so back goes back. */
export function SearchFilters({ params }: { params: URLSearchParams }) {
  const t = useT();
  const options = useOptions();
  const navigate = useNavigate();
  const { regionOptions, categoryLabels, departmentOptions, offsetMinutes: offset } = useCatalog();
  // Branches too: a branch finds all that hangs on it.
  const categories = [...categoryLabels].map(([value, label]) => ({ value, label }));
  const [words, setWords] = useState(params.get('q') ?? '');
  const given = Object.fromEntries(params);
  const go = (change: Record<string, string | undefined>) =>
    void navigate(paths.search({ ...given, q: words.trim(), ...change }));
  const select = (name: string, label: string, list: readonly Option[]) => (
    <Select
      size="small"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ filterOption: found }}
      popupMatchSelectWidth={false}
      value={given[name] ?? null}
      options={[...list]}
      onChange={(value: string | null | undefined) => go({ [name]: value ?? undefined })}
    />
  );
  const startOf = (day: string) => fromField(`${day}T00:00`, offset) ?? undefined;
  const from = given['receivedFrom'];
  const before = given['receivedBefore'];
  return (
    <search>
      <div className="find-words">
        <Words words={words} onType={setWords} onGo={() => go({})} />
        <Button type="primary" onClick={() => go({})}>
          {t('find.go')}
        </Button>
      </div>
      <div className="find-filters">
        {select('status', t('find.status'), [
          { value: openStatuses, label: t('find.open') },
          { value: 'closed', label: t('find.closed') },
        ])}
        {select('kind', t('filter.kind'), options(kindTerms))}
        {select('lateEntered', t('filter.entry'), [{ value: 'true', label: t('filter.lateEntered') }])}
        {select('category', t('find.category'), categories)}
        {select('region', t('filter.region'), regionOptions)}
        {select('department', t('find.department'), departmentOptions)}
        <label>
          {t('find.from')}{' '}
          <input
            type="date"
            value={from ? localDay(from, offset) : ''}
            onChange={(e) => go({ receivedFrom: e.target.value ? startOf(e.target.value) : undefined })}
          />
        </label>
        <label>
          {t('find.to')}{' '}
          <input
            type="date"
            value={before ? localDay(Date.parse(before) - 1, offset) : ''}
            onChange={(e) => go({ receivedBefore: e.target.value ? dayAfter(startOf(e.target.value)) : undefined })}
          />
        </label>
        <Button size="small" onClick={() => void navigate(paths.search({ q: words.trim() }))}>
          {t('find.clear')}
        </Button>
      </div>
    </search>
  );
}

const dayAfter = (instant: string | undefined) =>
  instant === undefined ? undefined : new Date(Date.parse(instant) + dayMs).toISOString();

function Words({ words, onType, onGo }: { words: string; onType: (words: string) => void; onGo: () => void }) {
  const t = useT();
  return (
    <Field label={t('find.words')} isLabelHidden className="find-field">
      {(wiring) => (
        <Input
          {...wiring}
          type="search"
          placeholder={t('find.words')}
          maxLength={maxLengthOf(SoughtWords)}
          value={words}
          onChange={(e) => onType(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !isComposing(e.nativeEvent)) onGo();
          }}
        />
      )}
    </Field>
  );
}
