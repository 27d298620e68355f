import { Alert, Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useT } from '../text/translate.ts';

type Props = {
  title: string;
  open: boolean;
  okText?: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  message?: string | null;
  width?: number;
  onOk: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog with a form: Enter or the button does it, Escape leaves it, a refusal is read out above the fields. */
export function FormDialog({
  title,
  open,
  okText,
  danger,
  busy,
  disabled,
  message,
  width,
  onOk,
  onClose,
  children,
}: Props) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Modal
      open={open}
      title={title}
      width={width ?? 520}
      okText={okText ?? t('admin.ok')}
      cancelText={t('admin.cancel')}
      okButtonProps={{ danger: danger === true, disabled: disabled === true }}
      confirmLoading={busy === true}
      onOk={onOk}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      afterOpenChange={(isOpen) => {
        if (isOpen) form.current?.querySelector<HTMLElement>('input:not([disabled]), textarea, select')?.focus();
      }}
    >
      <form
        ref={form}
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) onOk();
        }}
      >
        {message ? <Alert type="error" role="alert" title={message} /> : null}
        {children}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  );
}
