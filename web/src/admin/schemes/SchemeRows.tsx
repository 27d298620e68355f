import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../../text/translate.ts';

type Props<T> = {
  title: string;
  items: readonly T[];
  onAdd: (() => void) | undefined;
  onRemove: ((i: number) => void) | undefined;
  children: (item: T, i: number) => ReactNode;
};

/** Lines of one sort, each with its way out, and a button for one more. */
export function SchemeRows<T>({ title, items, onAdd, onRemove, children }: Props<T>) {
  const t = useT();
  return (
    <section className="scheme-rows" aria-label={title}>
      <h3>{title}</h3>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
        <div key={i} className="scheme-row">
          {children(item, i)}
          {onRemove ? (
            <button
              type="button"
              className="link-button"
              aria-label={t('scheme.removeRow', { n: i + 1, of: title })}
              onClick={() => onRemove(i)}
            >
              {t('scheme.remove')}
            </button>
          ) : null}
        </div>
      ))}
      {onAdd ? (
        <Button size="small" onClick={onAdd} aria-label={t('scheme.addRow', { to: title })}>
          {t('scheme.addOne')}
        </Button>
      ) : null}
    </section>
  );
}
