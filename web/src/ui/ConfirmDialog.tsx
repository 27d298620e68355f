import type { ReactNode } from 'react';
import { FormDialog } from './FormDialog.tsx';
import { useAct } from './useAct.ts';

type Props = { title: string; okText: string; act: () => Promise<void>; onClose: () => void; children: ReactNode };

/** Asks before something is taken away, in words that say what follows from it. */
export function ConfirmDialog({ title, okText, act, onClose, children }: Props) {
  const { busy, message, run } = useAct();
  return (
    <FormDialog
      open
      danger
      title={title}
      okText={okText}
      busy={busy}
      message={message}
      onOk={() => run(act)}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}
