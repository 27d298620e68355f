import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { Button } from 'antd';
import { type FocusEvent, useRef, useState } from 'react';
import { useT } from '../../text/translate.ts';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { ActionKey } from './ActionKey.tsx';

type Props = {
  actions: readonly OpenAction[];
  nameOf: (action: OpenAction) => string;
  keyOf: (action: OpenAction) => string | null;
  whyOf: (action: OpenAction) => string | null;
  onPick: (action: OpenAction) => void;
};

/** What is seldom done, what must wait with the reason beside it, and what ends an appeal, last and in red. */
export function MoreActions({ actions, nameOf, keyOf, whyOf, onPick }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  useShortcuts({ escape: close }, open);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  if (actions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that focus has left the list
    <div className="more" ref={box} onBlur={onBlur}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('actions.more')} <span aria-hidden="true">{open ? '▾' : '▴'}</span>
      </Button>
      {open ? (
        <ul className="more-list" aria-label={t('actions.moreLabel')}>
          {actions.map((action) => {
            const why = whyOf(action);
            const id = `why-${action.name}-${action.target}`;
            return (
              <li key={`${action.name}.${action.target}`}>
                <Button
                  type="text"
                  danger={action.prominence === 'destructive' && why === null}
                  aria-disabled={why ? true : undefined}
                  aria-describedby={why ? id : undefined}
                  className={why ? 'is-disabled' : ''}
                  onClick={() => {
                    if (why) return;
                    setOpen(false);
                    onPick(action);
                  }}
                >
                  {nameOf(action)} <ActionKey text={keyOf(action)} />
                </Button>
                {why ? (
                  <span id={id} className="muted">
                    {why}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
