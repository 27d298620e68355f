import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { useCommands } from '../../keys/useCommands.ts';
import { useT } from '../../text/translate.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useAct } from '../../ui/useAct.ts';
import { printTickets } from '../case/printTickets.ts';
import { actionsOf } from './actions.ts';
import { BatchDispatch } from './BatchDispatch.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchUrge } from './BatchUrge.tsx';
import { type Offered, offered } from './offers.ts';
import { startBatch, useBatch } from './runBatch.ts';
import { clearSelection, selectOnly, useSelection } from './selection.ts';
import { useOffers } from './useOffers.ts';
import './batch.css';

/** Under the queue: how many are selected, what may be done with all of them, and how it went. */
export function BulkBar({ deskPath, onOpen }: { deskPath: string; onOpen: (id: string) => void }) {
  const ids = useSelection((s) => s.ids);
  const isBusy = useBatch((s) => s.batch !== null);
  return (
    <>
      {isBusy ? <BatchProgress deskPath={deskPath} onOpen={onOpen} /> : null}
      {ids.size > 0 && !isBusy ? <SelectionBar ids={ids} /> : null}
    </>
  );
}

/** What is asked for once, for all of them; a verb that is not here asks for nothing. */
const dialogs: Partial<Record<VerbName, typeof BatchDispatch | typeof BatchUrge>> = {
  dispatch: BatchDispatch,
  urge: BatchUrge,
};

function SelectionBar({ ids }: { ids: ReadonlySet<string> }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { offers, message, readAgain } = useOffers(ids);
  const print = useAct();
  const [asked, setAsked] = useState<VerbName | null>(null);
  const isRead = offers.length === ids.size;
  const verbs = useCatalog((s) => s.verbs);
  const many = (Object.keys(verbs) as VerbName[]).filter((name) => verbs[name]?.batch);
  const told = isRead ? offered(offers, many) : [];
  const forAll = told.filter((o) => o.ticketIds.length === ids.size);
  const forSome = told.filter((o) => o.ticketIds.length < ids.size);
  const Dialog = asked === null ? undefined : dialogs[asked];
  const termOf = (o: Offered) => (lang === 'zh' ? o.term : o.termEn);
  const begin = (verb: VerbName) => {
    if (verb in dialogs) setAsked(verb);
    else
      startBatch(
        verb,
        actionsOf(verb, offers, () => ({})),
      );
  };
  const [first] = forAll;
  useCommands(first ? { batch: () => begin(first.verb) } : {});
  return (
    <section className="bulk-bar" aria-label={t('batch.label')}>
      <div className="bulk-head">
        <b role="status">{t('batch.selected', { n: ids.size })}</b>
        {isRead || message ? null : (
          <span className="muted">{t('batch.reading', { n: offers.length, all: ids.size })}</span>
        )}
        <Button size="small" type="text" loading={print.busy} onClick={() => print.run(() => printTickets([...ids]))}>
          {t('batch.print')}
        </Button>
        <Button size="small" type="text" className="bulk-clear" onClick={clearSelection}>
          {t('batch.clear')} <Kbd>Esc</Kbd>
        </Button>
      </div>
      {print.message ? <Alert type="error" role="alert" title={print.message} /> : null}
      {message ? (
        <Alert
          type="error"
          title={message}
          action={
            <Button size="small" onClick={readAgain}>
              {t('queue.again')}
            </Button>
          }
        />
      ) : null}
      {isRead ? (
        <div className="bulk-verbs">
          {forAll.map((o) => (
            <Button key={o.verb} type={o === first ? 'primary' : 'default'} onClick={() => begin(o.verb)}>
              {t('batch.verb', { action: termOf(o), n: ids.size })} {o === first ? <CommandKey name="batch" /> : null}
            </Button>
          ))}
          {forAll.length === 0 ? <span className="muted">{t('batch.nothingCommon')}</span> : null}
          {forSome.map((o) => (
            <Button key={o.verb} type="link" onClick={() => selectOnly(o.ticketIds)}>
              {t('batch.narrow', { action: termOf(o), n: o.ticketIds.length })}
            </Button>
          ))}
        </div>
      ) : null}
      {Dialog ? <Dialog offers={offers} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
