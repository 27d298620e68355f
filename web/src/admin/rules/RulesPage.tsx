import { ruleGaps, shadowedRules } from '@hotline/shared/time/ruleChecks';
import type { DeadlineRule } from '@hotline/shared/time/rules';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../api.ts';
import { dropDraft, useDraft } from '../../drafts/draft.ts';
import { useT } from '../../text/translate.ts';
import { SaveBar } from '../SaveBar.tsx';
import { useAct } from '../useAct.ts';
import { useRead } from '../useRead.ts';
import { VersionPick } from '../VersionPick.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleTable } from './RuleTable.tsx';
import { ruleDiff } from './ruleDiff.ts';
import { useRuleColumns, useRuleWords, useValueName } from './ruleWords.ts';
import { Tester } from './Tester.tsx';
import './rules.css';

const draftKey = 'admin.rules';
type Open = { index: number; rule: DeadlineRule; isNew: boolean };

/** 时限规则: the ordered list with its versions, checked while it is edited, and tried before it is saved. */
export function RulesPage() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('version')) || undefined;
  const current = useRead(() => api.call('rules', { query: {} }));
  const old = useRead(async () => (wanted ? api.call('rules', { query: { version: wanted } }) : null), String(wanted));
  const [draft, setDraft] = useState<DeadlineRule[] | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const act = useAct();
  const columns = useRuleColumns();
  useDraft(draftKey, draft, setDraft);
  const message = current.message ?? old.message;
  if (message) return <Alert type="error" title={message} />;
  if (!current.value) return <Skeleton className="late" />;

  const { rules: set, versions } = current.value;
  const shown = wanted && wanted !== set.version ? (old.value?.rules ?? null) : null;
  const rules = shown?.rules ?? draft ?? set.rules;
  const changes = draft ? ruleDiff(set.rules, draft, columns, t) : [];
  const edit = (next: DeadlineRule[]) => setDraft(next);
  const forget = () => {
    setDraft(null);
    void dropDraft(draftKey);
  };
  const save = (list: DeadlineRule[], note: string | undefined) =>
    act.run(async () => {
      const body = { version: set.version, rules: list, ...(note ? { note } : {}) };
      const after = await api.call('saveRules', { body });
      current.put(after);
      setSaid(t('admin.saved', { n: after.rules.version }));
      setParams({}, { replace: true });
      forget();
    });
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules];
    const [taken] = next.splice(index, 1);
    if (!taken) return;
    next.splice(index + by, 0, taken);
    edit(next);
    setSaid(t('rule.moved', { name: taken.name, n: index + by + 1 }));
  };
  const begin = (rule: DeadlineRule, index: number) =>
    setOpen({ index, isNew: true, rule: { ...rule, id: newRuleId(rules) } });
  return (
    <>
      <div className="admin-bar">
        <h2>{t('rule.table')}</h2>
        <span className="grow" />
        <VersionPick
          versions={versions}
          value={shown?.version ?? set.version}
          onChange={(version) => setParams(version === set.version ? {} : { version: String(version) })}
        />
        <Button
          disabled={shown !== null}
          onClick={() => {
            const last = rules.at(-1);
            if (last) begin({ ...last, name: '', match: {} }, rules.length);
          }}
        >
          {t('rule.add')}
        </Button>
      </div>
      <div role="status" className="muted">
        {said ?? t('rule.keys')}
      </div>
      {shown ? (
        <section className="save-bar">
          <p>{t('admin.oldVersion', { n: shown.version })}</p>
          <Differences title={t('rule.compare')} lines={ruleDiff(set.rules, shown.rules, columns, t)} />
          {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
          <div className="form-buttons">
            <Button loading={act.busy} onClick={() => save(shown.rules, t('rule.restoreNote', { n: shown.version }))}>
              {t('rule.restore')}
            </Button>
            <Button onClick={() => setParams({})}>{t('admin.backToCurrent')}</Button>
          </div>
        </section>
      ) : null}
      <Checks rules={rules} />
      {changes.length > 0 && draft && !shown ? (
        <SaveBar
          count={changes.length}
          act={act}
          hint={<Differences title={t('rule.compare')} lines={changes} />}
          onSave={(note) => save(draft, note)}
          onDiscard={forget}
        />
      ) : null}
      <RuleTable
        rules={rules}
        readOnly={shown !== null}
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
        rules={{ id: set.id, version: shown?.version ?? set.version, rules }}
        unsaved={changes.length > 0 && !shown}
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
