import type { Answer } from '@hotline/shared/api/client';
import { ruleGaps, shadowedRules } from '@hotline/shared/time/rules/ruleChecks';
import type { DeadlineRule, RuleSet } from '@hotline/shared/time/rules/rules';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { OldVersion } from '../OldVersion.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { useVersions } from '../useVersions.ts';
import { VersionPick } from '../VersionPick.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleTable } from './RuleTable.tsx';
import { ruleDiff } from './ruleDiff.ts';
import { useRuleColumns, useRuleWords, useValueName } from './ruleWords.ts';
import { Tester } from './Tester.tsx';
import './rules.css';

type Open = { index: number; rule: DeadlineRule; isNew: boolean };

/** 时限规则: the ordered list with its versions, checked while it is edited, and tried before it is saved. */
export function RulesPage() {
  const t = useT();
  const kept = useVersions<'rules', RuleSet>({
    draftKey: 'admin.ruleSet',
    name: 'rules',
    setOf: asSet,
    save: ({ version, rules: list }, note) =>
      api.call('saveRules', { body: { version, rules: list, ...(note ? { note } : {}) } }),
  });
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useRuleColumns();
  const { message, set, versions, earlier, draft, act } = kept;
  if (message) return <Alert type="error" title={message} />;
  if (!set || !kept.shown) return <Skeleton className="late" />;

  const { rules } = kept.shown;
  const changes = draft ? ruleDiff(set.rules, draft.rules, columns, t) : [];
  const edit = (next: DeadlineRule[]) => kept.edit({ rules: next });
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules];
    const [taken] = next.splice(index, 1);
    if (!taken) return;
    next.splice(index + by, 0, taken);
    edit(next);
    kept.tell(t('rule.moved', { name: taken.name, n: index + by + 1 }));
  };
  const begin = (rule: DeadlineRule, index: number) =>
    setOpen({ index, isNew: true, rule: { ...rule, id: newRuleId(rules) } });
  return (
    <>
      <div className="admin-bar">
        <h2>{t('rule.table')}</h2>
        <span className="grow" />
        <VersionPick versions={versions} value={earlier?.version ?? set.version} onChange={kept.pick} />
        <Button
          disabled={earlier !== null}
          onClick={() => {
            const last = rules.at(-1);
            if (last) begin({ ...last, name: '', match: {} }, rules.length);
          }}
        >
          {t('rule.add')}
        </Button>
      </div>
      <div role="status" className="muted">
        {kept.said ?? t('rule.keys')}
      </div>
      {earlier ? (
        <OldVersion
          version={earlier.version}
          act={act}
          onRestore={(note) => kept.save({ ...earlier, version: set.version }, note)}
          onBack={() => kept.pick(undefined)}
        >
          <Differences title={t('rule.compare')} lines={ruleDiff(set.rules, earlier.rules, columns, t)} />
        </OldVersion>
      ) : null}
      <Checks rules={rules} />
      {changes.length > 0 && draft && !earlier ? (
        <SaveBar
          count={changes.length}
          act={act}
          hint={<Differences title={t('rule.compare')} lines={changes} />}
          behind={kept.behind}
          onTake={kept.take}
          onSave={(note) => kept.save(draft, note)}
          onDiscard={kept.forget}
        />
      ) : null}
      <RuleTable
        rules={rules}
        readOnly={earlier !== null}
        onEdit={(index) => {
          const rule = rules[index];
          if (rule) setOpen({ index, rule, isNew: false });
        }}
        onMove={move}
        onCopy={(index) => {
          const rule = rules[index];
          if (rule) begin(rule, index + 1);
        }}
        onDelete={(index) => edit(rules.filter((_, i) => i !== index))}
      />
      <Tester
        rules={{ ...set, version: earlier?.version ?? set.version, rules }}
        unsaved={changes.length > 0 && !earlier}
      />
      {open ? (
        <RuleForm
          title={t(open.isNew ? 'rule.addTitle' : 'rule.editTitle')}
          rule={open.rule}
          onClose={() => setOpen(null)}
          onSave={(rule) => {
            edit(
              open.isNew ? rules.toSpliced(open.index, 0, rule) : rules.map((r, i) => (i === open.index ? rule : r)),
            );
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
}

const asSet = ({ rules, versions }: Answer<'rules'>) => ({ set: rules, versions });

/** What the list forgets, and what in it is never used: said while it is edited. */
function Checks({ rules }: { rules: readonly DeadlineRule[] }) {
  const t = useT();
  const words = useRuleWords();
  const nameOf = useValueName();
  const gaps = ruleGaps(rules, words);
  const [gap] = gaps;
  return (
    <>
      {gap ? (
        <Alert
          type="error"
          title={t('rule.gaps', {
            n: gaps.length,
            example: [
              nameOf('kinds', gap.kind),
              nameOf('urgencies', gap.urgency),
              nameOf('services', gap.service),
              nameOf('channels', gap.channel),
            ].join(' · '),
          })}
        />
      ) : null}
      {shadowedRules(rules, words).map(({ index, by }) => (
        <Alert
          key={rules[index]?.id}
          type="warning"
          title={t('rule.shadowed', {
            n: index + 1,
            name: rules[index]?.name ?? '',
            by: by + 1,
            earlier: rules[by]?.name ?? '',
          })}
        />
      ))}
    </>
  );
}

function Differences({ title, lines }: { title: string; lines: readonly string[] }) {
  const t = useT();
  if (lines.length === 0) return <p>{t('rule.same')}</p>;
  return (
    <details open={lines.length <= 6}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function newRuleId(rules: readonly DeadlineRule[]): string {
  for (let n = rules.length + 1; ; n++) if (!rules.some((r) => r.id === `rule-${n}`)) return `rule-${n}`;
}
