import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { Button } from 'antd';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { useCommands } from '../../keys/useCommands.ts';
import { useT } from '../../text/translate.ts';
import { useVerbTerm } from '../../text/verbs.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { type Batch, count, undoMs } from './batch.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { dismissBatch, retryBatch, undoBatch, useBatch } from './runBatch.ts';

type Props = { deskPath: string; onOpen: (id: string) => void };

/** The ten seconds, the sending, and what became of each. */
export function BatchProgress({ deskPath, onOpen }: Props) {
  const t = useT();
  const action = useVerbTerm();
  const { batch, verb, nowMs } = useBatch();
  if (!batch || !verb) return null;
  return (
    <section className={`bulk-bar is-${batch.phase}`} aria-label={t('batch.label')}>
      {batch.phase === 'counting' ? <Counting batch={batch} verb={verb} nowMs={nowMs} /> : null}
      {batch.phase === 'sending' ? <Sending batch={batch} verb={verb} /> : null}
      {batch.phase === 'undone' ? (
        <Told words={t('batch.undone', { action: action(verb), n: batch.items.length })} onOk={dismissBatch} />
      ) : null}
      {batch.phase === 'finished' ? <Result batch={batch} verb={verb} onOpen={onOpen} /> : null}
      <LeaveGuard phase={batch.phase} n={batch.items.length} deskPath={deskPath} />
    </section>
  );
}

function Counting({ batch, verb, nowMs }: { batch: Batch; verb: VerbName; nowMs: number }) {
  const t = useT();
  const action = useVerbTerm();
  const leftMs = Math.min(undoMs, Math.max(0, batch.sendAtMs - nowMs));
  useCommands({ undo: undoBatch });
  useShortcuts({ escape: undoBatch });
  return (
    <>
      <div className="bulk-head">
        <b role="status">{t('batch.counting', { action: action(verb), n: batch.items.length })}</b>
        <Button danger className="bulk-clear" onClick={undoBatch}>
          {t('batch.undo')} <CommandKey name="undo" />
        </Button>
      </div>
      <div className="bulk-line" aria-hidden="true">
        <Bar share={leftMs / undoMs} />
        <span className="bulk-seconds">{t('batch.seconds', { n: Math.ceil(leftMs / 1000) })}</span>
      </div>
    </>
  );
}

function Sending({ batch, verb }: { batch: Batch; verb: VerbName }) {
  const t = useT();
  const action = useVerbTerm();
  const all = batch.items.length;
  const n = all - count(batch, 'waiting', 'sending');
  return (
    <>
      <b role="status">{t('batch.sending', { action: action(verb) })}</b>
      <div className="bulk-line" aria-hidden="true">
        <Bar share={n / all} />
        <span className="bulk-seconds">
          {n} / {all}
        </span>
      </div>
    </>
  );
}

function Result({ batch, verb, onOpen }: { batch: Batch; verb: VerbName; onOpen: (id: string) => void }) {
  const t = useT();
  const action = useVerbTerm();
  const lost = count(batch, 'lost');
  const failed = count(batch, 'stale', 'refused', 'lost');
  const done = t('batch.done', { action: action(verb), n: count(batch, 'done') });
  if (failed === 0) return <Told words={done} isGood onOk={dismissBatch} />;
  return (
    <>
      <Told words={t('batch.someFailed', { done, n: failed })} onOk={dismissBatch} />
      <ul className="bulk-failures">
        {batch.items.map(({ key, ticketId, number, title, outcome }) =>
          'sentence' in outcome ? (
            <li key={key}>
              <Button type="link" size="small" onClick={() => onOpen(ticketId)}>
                {number}
              </Button>{' '}
              {title}
              <div>
                <span className={`tag ${outcome.state === 'lost' ? 'tone-soon' : 'tone-urgent'}`}>
                  {t(`batch.failed.${outcome.state}`)}
                </span>{' '}
                {outcome.sentence}
              </div>
            </li>
          ) : null,
        )}
      </ul>
      {lost > 0 ? (
        <Button type="primary" onClick={retryBatch}>
          {t('batch.retry', { n: lost })}
        </Button>
      ) : null}
    </>
  );
}

function Told({ words, isGood = false, onOk }: { words: string; isGood?: boolean; onOk: () => void }) {
  const t = useT();
  useShortcuts({ escape: onOk });
  return (
    <div className="bulk-head">
      <b role="status" className={isGood ? 'is-good' : ''}>
        {words}
      </b>
      <Button size="small" type="text" className="bulk-clear" onClick={onOk}>
        {t('batch.ok')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}

const Bar = ({ share }: { share: number }) => (
  <div className="bulk-bar-line">
    <div style={{ width: `${share * 100}%` }} />
  </div>
);
