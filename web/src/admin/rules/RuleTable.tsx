import type { DeadlineRule } from '@hotline/shared/time/rules/rules';
import { useRef } from 'react';
import { useT } from '../../text/translate.ts';
import { useRuleColumns } from './ruleWords.ts';

type Props = {
  rules: readonly DeadlineRule[];
  readOnly: boolean;
  onEdit: (index: number) => void;
  onMove: (index: number, by: -1 | 1) => void;
  onCopy: (index: number) => void;
  onDelete: (index: number) => void;
};

/** The ordered list. On a rule's name Alt and an arrow move it, and the focus goes with it. */
export function RuleTable({ rules, readOnly, onEdit, onMove, onCopy, onDelete }: Props) {
  const t = useT();
  const columns = useRuleColumns();
  const body = useRef<HTMLTableSectionElement>(null);
  const head = rules[0] ? columns(rules[0]).map(([key]) => t(key)) : [];
  const move = (index: number, by: -1 | 1) => {
    if (index + by < 0 || index + by >= rules.length) return;
    onMove(index, by);
    requestAnimationFrame(() => body.current?.querySelectorAll<HTMLElement>('.rule-name')[index + by]?.focus());
  };
  return (
    <table className="plain rules">
      <caption className="visually-hidden">{t('rule.table')}</caption>
      <thead>
        <tr>
          {[t('rule.order'), t('rule.name'), ...head, ...(readOnly ? [] : [t('rule.actions')])].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rules.map((rule, index) => (
          <tr key={rule.id}>
            <td>{index + 1}</td>
            <th scope="row">
              <button
                type="button"
                className="link-button rule-name"
                disabled={readOnly}
                onClick={() => onEdit(index)}
                onKeyDown={(e) => {
                  if (!e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown')) return;
                  e.preventDefault();
                  move(index, e.key === 'ArrowUp' ? -1 : 1);
                }}
              >
                {rule.name}
              </button>
            </th>
            {columns(rule).map(([key, words]) => (
              <td key={key}>{words}</td>
            ))}
            {readOnly ? null : (
              <td>
                <div className="row-actions">
                  <Act name={rule.name} words={t('rule.up')} disabled={index === 0} onClick={() => move(index, -1)} />
                  <Act
                    name={rule.name}
                    words={t('rule.down')}
                    disabled={index === rules.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <Act name={rule.name} words={t('rule.copy')} onClick={() => onCopy(index)} />
                  <Act
                    name={rule.name}
                    words={t('rule.delete')}
                    disabled={rules.length === 1}
                    onClick={() => onDelete(index)}
                  />
                </div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ActProps = { name: string; words: string; disabled?: boolean; onClick: () => void };

const Act = ({ name, words, disabled = false, onClick }: ActProps) => (
  <button type="button" className="link-button" aria-label={`${words} ${name}`} disabled={disabled} onClick={onClick}>
    {words}
  </button>
);
