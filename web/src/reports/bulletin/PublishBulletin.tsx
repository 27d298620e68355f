import type { Bulletin } from '@hotline/shared/api/bulletins';
import { BulletinNote } from '@hotline/shared/figures/bulletin';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, sentenceOf } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';

type Props = { bulletin: Bulletin; onPublished: (bulletin: Bulletin) => void };

/** 发布: stores the month's numbers for good. A second time needs a reason, and the first stays. */
export function PublishBulletin({ bulletin, onPublished }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const again = bulletin.revisions.length > 0;
  const publish = async () => {
    setSending(true);
    try {
      const body = { month: bulletin.month, ...(note.trim() ? { note: note.trim() } : {}) };
      onPublished(await api.call('publishBulletin', { body }));
      setOpen(false);
      setNote('');
      setMessage(null);
    } catch (error) {
      setMessage(sentenceOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(again ? 'bulletin.publishAgain' : 'bulletin.publish')}
      </Button>
      <Modal
        open={open}
        title={t(again ? 'bulletin.publishAgain' : 'bulletin.publish')}
        okText={t('bulletin.publish')}
        onOk={() => void publish()}
        onCancel={() => setOpen(false)}
        confirmLoading={sending}
        okButtonProps={{ disabled: flawOf(BulletinNote, note, again) !== undefined }}
      >
        <p>{t('bulletin.publishWords', { month: bulletin.month })}</p>
        {message ? <Alert type="error" title={message} /> : null}
        <Field
          label={t(again ? 'bulletin.correction' : 'bulletin.note')}
          required={again}
          error={flawOf(BulletinNote, note, false)}
        >
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={3}
              maxLength={maxLengthOf(BulletinNote)}
              value={note}
              onChange={(e) => setNote(e.target.value)}
            />
          )}
        </Field>
      </Modal>
    </>
  );
}
