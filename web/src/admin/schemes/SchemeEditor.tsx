import { type Deduction, type Part, RankingGroup, Scheme } from '@hotline/shared/assessment/schemes';
import { maxLengthOf } from '@hotline/shared/schema';
import { Button, Input, Select } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { CountField } from '../../ui/CountField.tsx';
import { Field } from '../../ui/Field.tsx';
import { found } from '../../ui/PickSelect.tsx';
import { DeductionRow } from './DeductionRow.tsx';
import { comparable, FigurePick } from './FigurePick.tsx';
import { SchemeRows } from './SchemeRows.tsx';

type Props = { scheme: Scheme; onChange: (scheme: Scheme) => void; onRemove: (() => void) | undefined };

/** One scheme: its parts with weights, what takes points off, and who is ranked with whom. */
export function SchemeEditor({ scheme, onChange, onRemove }: Props) {
  const t = useT();
  const departments = useCatalog((s) => s.departmentOptions);
  const set = (change: Partial<Scheme>) => onChange({ ...scheme, ...change });
  const { parts, deductions, groups } = scheme;
  const total = parts.reduce((sum, { weight }) => sum + (weight || 0), 0);
  const free = comparable.find((id) => !parts.some(({ figure }) => figure === id));
  const putPart = (i: number, change: Partial<Part>) => set({ parts: replaced(parts, i, change) });
  const putGroup = (i: number, change: Partial<RankingGroup>) => set({ groups: replaced(groups, i, change) });
  return (
    <div className="scheme-editor">
      <div className="scheme-head">
        <Field label={t('scheme.name')} required>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(Scheme.properties.name)}
              value={scheme.name}
              onChange={(e) => set({ name: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('scheme.nameEn')} required>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(Scheme.properties.nameEn)}
              value={scheme.nameEn}
              onChange={(e) => set({ nameEn: e.target.value })}
            />
          )}
        </Field>
        <CountField
          label={t('scheme.monthStart')}
          value={scheme.monthStart}
          max={28}
          onChange={(monthStart) => set({ monthStart })}
        />
        <CountField
          label={t('scheme.least')}
          value={scheme.leastCount}
          max={10_000}
          onChange={(leastCount) => set({ leastCount })}
        />
        {onRemove ? (
          <Button danger onClick={onRemove}>
            {t('scheme.remove')}
          </Button>
        ) : null}
      </div>
      <SchemeRows
        title={t('scheme.parts', { total })}
        items={parts}
        onAdd={free ? () => set({ parts: [...parts, { figure: free, weight: Math.max(1, 100 - total) }] }) : undefined}
        onRemove={parts.length > 1 ? (i) => set({ parts: parts.filter((_, at) => at !== i) }) : undefined}
      >
        {(part, i) => (
          <>
            <FigurePick value={part.figure} onChange={(figure) => putPart(i, { figure })} />
            <CountField
              label={t('scheme.weight')}
              value={part.weight}
              max={100}
              onChange={(weight) => putPart(i, { weight })}
            />
          </>
        )}
      </SchemeRows>
      <SchemeRows
        title={t('scheme.deductions')}
        items={deductions}
        onAdd={() => set({ deductions: [...deductions, usual] })}
        onRemove={(i) => set({ deductions: deductions.filter((_, at) => at !== i) })}
      >
        {(deduction, i) => (
          <DeductionRow
            deduction={deduction}
            onChange={(next) => set({ deductions: deductions.map((d, at) => (at === i ? next : d)) })}
          />
        )}
      </SchemeRows>
      <SchemeRows
        title={t('scheme.groups')}
        items={groups}
        onAdd={() =>
          set({ groups: [...groups, { id: newGroup(groups), name: t('scheme.newGroup'), departmentIds: [] }] })
        }
        onRemove={(i) => set({ groups: groups.filter((_, at) => at !== i) })}
      >
        {(group, i) => (
          <>
            <Field label={t('scheme.groupName')} className="narrow">
              {(wiring) => (
                <Input
                  {...wiring}
                  maxLength={maxLengthOf(RankingGroup.properties.name)}
                  value={group.name}
                  onChange={(e) => putGroup(i, { name: e.target.value })}
                />
              )}
            </Field>
            <Field label={t('scheme.members', { n: group.departmentIds.length })} className="grow">
              {(wiring) => (
                <Select
                  {...wiring}
                  className="wide"
                  mode="multiple"
                  maxTagCount="responsive"
                  showSearch={{ filterOption: found }}
                  value={group.departmentIds}
                  options={[...departments]}
                  onChange={(departmentIds: string[]) => putGroup(i, { departmentIds })}
                />
              )}
            </Field>
          </>
        )}
      </SchemeRows>
    </div>
  );
}

const usual: Deduction = { by: 'each', figure: 'reworkRate', part: 'met', points: 20, cap: 300 };

const replaced = <T,>(items: readonly T[], at: number, change: Partial<T>): T[] =>
  items.map((item, i) => (i === at ? { ...item, ...change } : item));

function newGroup(groups: readonly RankingGroup[]): string {
  for (let n = groups.length + 1; ; n++) if (!groups.some((g) => g.id === `group-${n}`)) return `group-${n}`;
}
