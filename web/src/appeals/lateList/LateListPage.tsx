import { lateEntryDays } from '@hotline/shared/ticket/lateEntry';
import { useEffect, useRef } from 'react';
import { DraftNote } from '../../data/drafts/DraftNote.tsx';
import { PhraseButton } from '../../phrases/PhraseButton.tsx';
import { useT } from '../../text/translate.ts';
import { type KeptDraft, UnsentList } from '../UnsentList.tsx';
import { EnteredList } from './EnteredList.tsx';
import { HeadFields } from './HeadFields.tsx';
import { LateRow } from './LateRow.tsx';
import { isUnderWay } from './lateRows.ts';
import { useSitting } from './sitting.ts';
import { common, useEntering } from './useEntering.ts';
import { listIn, useLateList, wordsOfList } from './useLateList.ts';
import './lateList.css';

/** 批量补录: a paper list of an outage, one line after the other; each is logged by the route of a single late entry. */
export function LateListPage() {
  const t = useT();
  const { entered } = useSitting();
  const page = useRef<HTMLDivElement>(null);
  const list = useLateList();
  const { rows, head } = list;
  const { written, last, tried, setFocused, log, discard } = useEntering(list, page);
  useEffect(() => {
    document.title = `${t('lateList.title')} · ${t('app.short')}`;
  }, [t]);
  const wordsOf = (draft: KeptDraft) => {
    const other = listIn(draft);
    return other && wordsOfList(other, t);
  };
  const adopt = (draft: KeptDraft) => {
    const other = listIn(draft);
    if (other) list.adopt(other);
    return other !== null;
  };
  return (
    <div className="late-list" ref={page}>
      <h1>{t('lateList.title')}</h1>
      <p className="muted">{t('lateList.note', { n: lateEntryDays })}</p>
      {list.isReady ? (
        <>
          <section className="late-common" data-row={common} aria-label={t('lateList.common')}>
            <HeadFields head={head} set={list.setHead} tried={tried.size > 0} />
          </section>
          <UnsentList own={list.slot} wordsOf={wordsOf} onResume={adopt} />
          {written.map((row) => (
            <LateRow
              key={row.id}
              row={row}
              head={head}
              tried={tried.has(row.id)}
              set={(part) => list.setRow(row.id, part)}
              onFocus={() => setFocused(row.id)}
              onLog={() => log(row)}
              onDiscard={row === last ? null : () => discard(row)}
            >
              {row === last ? <PhraseButton /> : null}
              {row === last ? (
                <span role="status">
                  <DraftNote {...list.saved} />
                </span>
              ) : null}
            </LateRow>
          ))}
          <EnteredList entered={entered} underWay={rows.filter(isUnderWay)} onClear={list.clear} />
        </>
      ) : (
        <p className="late">{t('lateList.reading')}</p>
      )}
    </div>
  );
}
