import { knowledgeRoutes, type WholeArticle } from '@hotline/shared/api/knowledge';
import { maxLengthOf } from '@hotline/shared/schema';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useAct } from '../ui/useAct.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';

type Props = { whole: WholeArticle; onTook: (whole: WholeArticle) => void; onClose: () => void };

const words = knowledgeRoutes.retireArticle.body.properties.reason;

export function RetireDialog({ whole: { article }, onTook, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const act = useAct();
  const [reason, setReason] = useState('');
  const send = () =>
    act.run(async () => {
      const body = { version: article.version, reason: reason.trim() };
      onTook(await api.call('retireArticle', { params: { id: article.id }, body }));
    });
  return (
    <FormDialog
      open
      danger
      title={t('knowledge.retireTitle')}
      okText={t('knowledge.retire')}
      busy={act.busy}
      message={act.message}
      disabled={flawOf(words, reason) !== undefined}
      onOk={send}
      onClose={onClose}
    >
      <p>{t('knowledge.retireWords')}</p>
      <Field label={t('knowledge.reason')} required error={flawOf(words, reason, false)}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={2}
            maxLength={maxLengthOf(words)}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
