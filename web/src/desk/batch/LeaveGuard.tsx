import { Modal } from 'antd';
import { useCallback, useEffect } from 'react';
import { type BlockerFunction, useBlocker } from 'react-router';
import { useT } from '../../text/translate.ts';
import type { Batch } from './batch.ts';
import { holdBatch, resumeBatch, undoBatch } from './runBatch.ts';

type Props = { phase: Batch['phase']; n: number; deskPath: string };

/** Who leaves the desk within the ten seconds is asked; leaving undoes. The browser asks whoever closes the page. */
export function LeaveGuard({ phase, n, deskPath }: Props) {
  const t = useT();
  const isLeaving = useCallback<BlockerFunction>(
    ({ nextLocation: { pathname } }) =>
      phase === 'counting' && pathname !== deskPath && !pathname.startsWith(`${deskPath}/`),
    [phase, deskPath],
  );
  const blocker = useBlocker(isLeaving);
  const isAsking = blocker.state === 'blocked';
  useEffect(() => {
    if (!isAsking) return;
    holdBatch();
    return resumeBatch;
  }, [isAsking]);
  const isOpen = phase === 'counting' || phase === 'sending';
  useEffect(() => {
    if (!isOpen) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOpen]);
  return (
    <Modal
      open={isAsking}
      title={t('batch.leave', { n })}
      okText={t('batch.leaveUndo')}
      cancelText={t('batch.stay')}
      onOk={() => {
        undoBatch();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t('batch.leaveWhy')}
    </Modal>
  );
}
