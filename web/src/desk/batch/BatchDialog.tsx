import { Button, Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { isCommand } from '../../keys/useCommands.ts';
import { useT } from '../../text/translate.ts';
import { isComposing } from '../../ui/shortcuts.ts';

type Props = {
  verb: 'dispatch' | 'urge';
  /** How many were selected, and how many of them will go. */
  n: number;
  ready: number;
  width: number;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** What is to be sent, before anything is: Ctrl+Enter or the button confirms, Escape leaves all as it was. */
export function BatchDialog({ verb, n, ready, width, onConfirm, onClose, children }: Props) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Modal
      open
      title={t(`batch.title.${verb}`, { n })}
      width={width}
      style={{ top: 40 }}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => {
        if (isOpen) form.current?.querySelector<HTMLElement>('input:checked, textarea')?.focus();
      }}
    >
      <form
        ref={form}
        className="batch-form"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
        onKeyDownCapture={(event) => {
          if (isComposing(event.nativeEvent) || !isCommand(event.nativeEvent, 'submit')) return;
          event.preventDefault();
          event.stopPropagation();
          if (ready > 0) form.current?.requestSubmit();
        }}
      >
        {children}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" disabled={ready === 0}>
            {t(`batch.confirm.${verb}`, { n: ready })} <CommandKey name="submit" />
          </Button>
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <span className="muted">{t('batch.undoLater')}</span>
        </div>
      </form>
    </Modal>
  );
}
