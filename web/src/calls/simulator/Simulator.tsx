import { Button, Popover } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import type { MyCalls } from '../myCalls.ts';
import { type DemoCaller, demoCallers, simulateCall, simulateTurn, type Turn } from './simulation.ts';

/** 模拟来电, for people of the demo: choose who rings, then answer, hold and hang up where there is no telephone. */
export function Simulator({ mine: { ringing, current } }: { mine: MyCalls }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [callers, setCallers] = useState<readonly DemoCaller[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const told = (work: Promise<unknown>) => {
    setMessage(null);
    work.catch((error: unknown) => setMessage(sentenceOf(error)));
  };
  const show = (open: boolean) => {
    setOpen(open);
    if (open) told(demoCallers().then(setCallers));
  };
  const turn = (callId: string, event: Turn) => (
    <Button size="small" onClick={() => told(simulateTurn(callId, event))}>
      {t(`sim.${event}`)}
    </Button>
  );
  const ring = ringing[0];
  return (
    <span className="simulator">
      {message ? <span role="alert">{message}</span> : null}
      {ring && !current ? turn(ring.id, 'answer') : null}
      {ring && !current ? turn(ring.id, 'hangup') : null}
      {current ? turn(current.id, current.status === 'held' ? 'resume' : 'hold') : null}
      {current ? turn(current.id, 'hangup') : null}
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isOpen}
        onOpenChange={show}
        title={t('sim.title')}
        content={
          <div className="simulator-callers">
            <p className="muted">{t('sim.hint')}</p>
            {callers.map((caller) => (
              <Button
                key={caller.id}
                block
                onClick={() => {
                  setOpen(false);
                  told(simulateCall(caller.id));
                }}
              >
                <span>
                  {caller.phone} {caller.name ?? t('sim.new')}
                </span>
                <span className="muted">
                  {caller.people > 1 ? `${t('sim.people', { n: caller.people })} · ` : ''}
                  {caller.appeals > 0 ? t('sim.appeals', { n: caller.appeals }) : ''}
                </span>
              </Button>
            ))}
          </div>
        }
      >
        <Button size="small">{t('sim.title')}</Button>
      </Popover>
    </span>
  );
}
