import { isAreaCode } from '@hotline/shared/citizen/phone';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { loadCatalog, useCatalog } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useAct } from '../../ui/useAct.ts';

/** 本地区号: where a number without one is dialled. */
export function AreaCodeForm() {
  const t = useT();
  const known = useCatalog((s) => s.areaCode);
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const { busy, message, run } = useAct();
  const areaCode = (typed ?? known ?? '').trim();
  const isWrong = areaCode !== '' && !isAreaCode(areaCode);
  const save = () =>
    run(async () => {
      await api.call('changeAreaCode', { body: { areaCode: areaCode || null } });
      await loadCatalog();
      setTyped(null);
      setSaved(true);
    });
  return (
    <div className="admin-bar">
      <Field
        label={t('areaCode.label')}
        hint={t('areaCode.hint')}
        error={isWrong ? t('areaCode.wrong') : (message ?? undefined)}
      >
        {(wiring) => (
          <div className="area-code">
            <Input
              {...wiring}
              inputMode="numeric"
              value={typed ?? known ?? ''}
              onChange={(e) => {
                setTyped(e.target.value);
                setSaved(false);
              }}
            />
            <Button disabled={isWrong || typed === null} loading={busy} onClick={save}>
              {t('areaCode.save')}
            </Button>
            <span role="status">{saved ? t('areaCode.saved') : ''}</span>
          </div>
        )}
      </Field>
    </div>
  );
}
