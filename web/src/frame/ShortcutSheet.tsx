import { Modal } from 'antd';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import { Kbd } from '../ui/Kbd.tsx';

const keys: readonly (readonly [string, TextKey])[] = [
  ['/', 'keys.search'],
  ['?', 'keys.title'],
  ['j / ↓', 'keys.next'],
  ['k / ↑', 'keys.previous'],
  ['n', 'keys.news'],
  ['x / Space', 'keys.select'],
  ['Shift+j / k', 'keys.selectRange'],
  ['Ctrl+A', 'keys.selectAll'],
  ['b', 'keys.batch'],
  ['z', 'keys.undo'],
  ['Enter', 'keys.open'],
  ['1 … 9', 'keys.action'],
  ['Alt+1 … 3', 'keys.suggestion'],
  ['Ctrl+Enter', 'keys.submit'],
  ['F2', 'keys.category'],
  ['F9', 'keys.call'],
  ['Ctrl+S', 'keys.save'],
  ['Esc', 'keys.close'],
];

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420} destroyOnHidden>
      <dl className="keys">
        {keys.map(([key, label]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
