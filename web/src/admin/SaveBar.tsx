import { VersionNote } from '@hotline/shared/api/admin/versions';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';

type Props = {
  count: number;
  act: { busy: boolean; message: string | null };
  hint?: ReactNode;
  disabled?: boolean;
  /** Somebody else saved a version since this was begun. */
  behind?: { from: number; to: number } | null;
  onTake?: () => void;
  onSave: (note: string | undefined) => void;
  onDiscard: () => void;
};

/** What is changed but not saved, with the words that go into the version. */
export function SaveBar({ count, act, hint, disabled = false, behind = null, onTake, onSave, onDiscard }: Props) {
  const t = useT();
  const [note, setNote] = useState('');
  return (
    <section className="save-bar">
      <div className="save-bar-words">
        <b>{t('admin.unsaved', { n: count })}</b> {hint}
      </div>
      {behind ? (
        <Alert
          type="warning"
          role="alert"
          title={t('admin.behind', behind)}
          action={
            <Button size="small" onClick={onTake}>
              {t('admin.behindTake')}
            </Button>
          }
        />
      ) : null}
      {act.message && behind === null ? <Alert type="error" role="alert" title={act.message} /> : null}
      <form
        className="form-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && behind === null) onSave(note.trim() || undefined);
        }}
      >
        <Field label={t('admin.note')} className="note">
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(VersionNote)}
              placeholder={t('admin.noteHint')}
              value={note}
              onChange={(e) => setNote(e.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" disabled={disabled || behind !== null} loading={act.busy}>
          {t('admin.save')}
        </Button>
        <Button onClick={onDiscard}>{t('admin.discard')}</Button>
      </form>
    </section>
  );
}
