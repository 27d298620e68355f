import type { CallView } from '@hotline/shared/telephony/call';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { clock } from '../ui/localTime.ts';
import { takeCall } from './board.ts';
import { shownNumber } from './shownNumber.ts';
import { useOpenForm } from './useOpenForm.ts';

/** Calls I took and have not logged: several are possible, and none is forgotten. */
export function Unlogged({ calls }: { calls: readonly CallView[] }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const openForm = useOpenForm();
  const [isOpen, setOpen] = useState(false);
  if (calls.length === 0) return null;
  const dismiss = (call: CallView) =>
    void api.call('dismissCall', { params: { id: call.id } }).then(takeCall, () => undefined);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('call.unloggedTitle')}
      content={
        <ul className="call-list">
          {calls.map((call) => (
            <li key={call.id}>
              <span className="number">{clock(call.ringingAt, offset)}</span> {shownNumber(t, call)}
              <Button
                size="small"
                type="link"
                onClick={() => {
                  setOpen(false);
                  openForm(call);
                }}
              >
                {t('call.openForm')}
              </Button>
              <Button size="small" type="link" onClick={() => dismiss(call)}>
                {t('call.dismiss')}
              </Button>
            </li>
          ))}
        </ul>
      }
    >
      <Button size="small" type="text">
        {t('call.unlogged', { n: calls.length })}
      </Button>
    </Popover>
  );
}
