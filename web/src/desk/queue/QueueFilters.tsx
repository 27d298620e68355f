import { kindTerms } from '@hotline/shared/catalog/terms';
import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { ExportButton } from '../../exports/ExportButton.tsx';
import { type DeskName, paths } from '../../paths.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { found } from '../../ui/PickSelect.tsx';
import type { DeskTab } from '../desks.ts';
import { refreshQueue } from './queue.ts';
import { filterOf, type UrlQuery } from './urlFilter.ts';

/** Filters, written to the address so that a list can be shared and found again. */
export function QueueFilters({ desk, tab, query }: { desk: DeskName; tab: DeskTab; query: UrlQuery }) {
  const t = useT();
  const options = useOptions();
  const navigate = useNavigate();
  const regions = useCatalog((s) => s.regionOptions);
  const set = (name: string, value: string | undefined) => {
    const { [name]: _old, ...rest } = query;
    void navigate(paths.desk(desk, value ? { ...rest, [name]: value } : rest), { replace: true });
  };
  const { sort: _order, ...filter } = filterOf(tab, query);
  const select = (name: string, label: string, list: readonly { value: string; label: string }[]) => (
    <Select
      size="small"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ filterOption: found }}
      value={query[name] ?? null}
      options={[...list]}
      onChange={(value: string | null | undefined) => set(name, value ?? undefined)}
    />
  );
  return (
    <div className="queue-filters">
      {select('kind', t('filter.kind'), options(kindTerms))}
      {select('region', t('filter.region'), regions)}
      {select('lateEntered', t('filter.entry'), [{ value: 'true', label: t('filter.lateEntered') }])}
      {select('sort', t('filter.sort'), [
        { value: 'due', label: t('sort.due') },
        { value: 'received', label: t('sort.received') },
      ])}
      {query['q'] ? (
        <Button size="small" onClick={() => set('q', undefined)}>
          {t('filter.search', { q: query['q'] })} ×
        </Button>
      ) : null}
      <Button size="small" onClick={() => void refreshQueue()}>
        {t('queue.refresh')}
      </Button>
      <ExportButton asked={{ what: 'tickets', query: filter }} />
    </div>
  );
}
