import { Button, Popover } from 'antd';
import { useT } from '../../text/translate.ts';
import { Reminders } from '../Reminders.tsx';
import { Extension } from './Extension.tsx';

/** 坐席设置: my telephone, and how I am told of calls. */
export function SeatSettings() {
  const t = useT();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('seat.settings')}
      content={
        <div className="alerts">
          <Extension />
          <Reminders />
        </div>
      }
    >
      <Button size="small" type="text">
        {t('seat.settings')}
      </Button>
    </Popover>
  );
}
