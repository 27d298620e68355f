import { useVirtualizer } from '@tanstack/react-virtual';
import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { useSettings } from '../../data/settings.ts';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { type DeskName, paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { CalendarNotice } from '../../ui/CalendarNotice.tsx';
import { BulkBar } from '../batch/BulkBar.tsx';
import { type DeskTab, labelOf } from '../desks.ts';
import { EmptyQueue } from './EmptyQueue.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { loadMore, refreshQueue, useQueue } from './queue.ts';
import { keepTop, topOf } from './queuePlace.ts';
import { TicketListRow } from './TicketListRow.tsx';
import type { UrlQuery } from './urlFilter.ts';
import { useQueueKeys } from './useQueueKeys.ts';

type Props = {
  desk: DeskName;
  tab: DeskTab;
  query: UrlQuery;
  selectedId: string | null;
  onSelect: (id: string) => void;
};
const rowRem = { normal: 6, compact: 4.9 } as const;

/** The queue as a listbox: arrows or j/k move, new rows wait behind their button, nothing moves by itself. */
export function TicketList({ desk, tab, query, selectedId, onSelect }: Props) {
  const t = useT();
  const { ids, pending, fresh, state, message, nextCursor, filter } = useQueue();
  const { textSize, density } = useSettings();
  const rowPx = rowRem[density] * textSize;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size or density is another height of every row
  useEffect(() => rows.measure(), [rows, rowPx]);

  const list = `${desk} ${JSON.stringify(filter)}`;
  const first = ids.findIndex((id) => fresh.has(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when the list has come, not when it grows
  useEffect(() => {
    if (state !== 'ready' || ids.length === 0) return;
    const at = selectedId ? ids.indexOf(selectedId) : -1;
    if (topOf(list) > 0) scroller.current?.scrollTo({ top: topOf(list) });
    else if (at >= 0) rows.scrollToIndex(at, { align: 'center' });
  }, [list, state === 'ready']);
  useEffect(() => {
    if (first >= 0) rows.scrollToIndex(first);
  }, [rows, first]);

  const onKey = useQueueKeys({
    ids,
    selectedId,
    hasPending: pending.length > 0,
    onMove: (next, id) => {
      rows.scrollToIndex(next);
      onSelect(id);
    },
  });

  const onScroll = () => {
    const box = scroller.current;
    if (box) keepTop(list, box.scrollTop);
    if (box && box.scrollTop + box.clientHeight > box.scrollHeight - rowPx * 4) void loadMore();
  };
  return (
    <section className="queue" aria-label={t('queue.label', { desk: t(labelOf(desk)) })}>
      <QueueTabs desk={desk} current={tab} query={query} />
      <QueueFilters desk={desk} tab={tab} query={query} />
      {desk === 'supervise' ? <CalendarNotice /> : null}
      {pending.length > 0 ? (
        <Button className="queue-pending" size="small" type="primary" onClick={() => void refreshQueue()}>
          {t('queue.pending', { n: pending.length })} <CommandKey name="news" />
        </Button>
      ) : null}
      {message ? (
        <Alert
          type="error"
          title={message}
          action={
            <Button size="small" onClick={() => void refreshQueue()}>
              {t('queue.again')}
            </Button>
          }
        />
      ) : null}
      {state === 'loading' && ids.length === 0 ? (
        <Skeleton className="late is-over" title={false} paragraph={{ rows: 8 }} />
      ) : null}
      {state === 'ready' && ids.length === 0 ? <EmptyQueue desk={desk} tab={tab} query={query} /> : null}
      <div
        ref={scroller}
        className="queue-rows"
        hidden={state === 'ready' && ids.length === 0}
        role="listbox"
        tabIndex={0}
        aria-label={t('queue.rows')}
        aria-multiselectable="true"
        aria-activedescendant={selectedId && ids.includes(selectedId) ? `row-${selectedId}` : undefined}
        onScroll={onScroll}
        onKeyDown={onKey}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const id = ids[index] ?? '';
            return (
              <TicketListRow
                key={id}
                id={id}
                desk={desk}
                selected={id === selectedId}
                position={{ index, total: ids.length, top: start, height: rowPx }}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
      {nextCursor ? (
        <Button size="small" className="queue-more" loading={state === 'loading'} onClick={() => void loadMore()}>
          {t('queue.more')}
        </Button>
      ) : null}
      <BulkBar deskPath={paths.desk(desk)} onOpen={onSelect} />
    </section>
  );
}
