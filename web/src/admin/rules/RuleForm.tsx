import { callbackPolicyTerms } from '@hotline/shared/catalog/terms';
import { maxLengthOf } from '@hotline/shared/schema';
import type { Limit } from '@hotline/shared/time/limit';
import { DeadlineRule } from '@hotline/shared/time/rules/rules';
import { Input } from 'antd';
import { useState } from 'react';
import { useOptions, useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CountField } from '../../ui/CountField.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';
import { Conditions } from './Conditions.tsx';
import { LimitField } from './LimitField.tsx';

type Props = { title: string; rule: DeadlineRule; onSave: (rule: DeadlineRule) => void; onClose: () => void };

const limits = [
  ['replyLimit', 'rule.reply'],
  ['signLimit', 'rule.sign'],
  ['dispatchLimit', 'rule.dispatch'],
  ['reviewLimit', 'rule.review'],
  ['reworkLimit', 'rule.rework'],
] as const satisfies readonly (readonly [keyof DeadlineRule, TextKey])[];
const counts = [
  ['extensionMaxTimes', 'rule.extensionTimes', 100],
  ['extensionMaxDays', 'rule.extensionDays', 1000],
  ['maxLeadReturns', 'rule.maxReturns', 100],
  ['maxQuestionDays', 'rule.questionDays', 1000],
] as const satisfies readonly (readonly [keyof DeadlineRule, TextKey, number])[];

/** One rule with all its columns. */
export function RuleForm({ title, rule: given, onSave, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const options = useOptions();
  const [rule, setRule] = useState(given);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<DeadlineRule>) => setRule((r) => ({ ...r, ...change }));
  const { callbackPolicy: policy } = rule;
  const unnamed = flawOf(DeadlineRule.properties.name, rule.name);
  const wrong = firstWrong(rule);
  const done = () => {
    setTried(true);
    if (!unnamed && !wrong) onSave({ ...rule, name: rule.name.trim() });
  };
  const own = (key: 'promiseLimit' | 'returnLimit', label: TextKey, isDefault: TextKey, usual: Limit) => (
    <div className="own-limit">
      <label className="choice-option">
        <input
          type="checkbox"
          checked={rule[key] === null}
          onChange={(e) => set({ [key]: e.target.checked ? null : usual })}
        />
        {t(isDefault)}
      </label>
      {rule[key] === null ? null : (
        <LimitField label={t(label)} value={rule[key]} onChange={(limit) => set({ [key]: limit })} />
      )}
    </div>
  );
  return (
    <FormDialog
      open
      width={860}
      title={title}
      message={tried && wrong ? t('rule.numberWrong', wrong) : null}
      onOk={done}
      onClose={onClose}
    >
      <Field label={t('rule.name')} required error={tried ? unnamed : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            maxLength={maxLengthOf(DeadlineRule.properties.name)}
            value={rule.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        )}
      </Field>
      <h3>{t('rule.conditions')}</h3>
      <Conditions match={rule.match} onChange={(match) => set({ match })} />
      <h3>{t('rule.limits')}</h3>
      <div className="limit-grid">
        {limits.map(([key, label]) => (
          <LimitField key={key} label={t(label)} value={rule[key]} onChange={(limit) => set({ [key]: limit })} />
        ))}
      </div>
      {own('promiseLimit', 'rule.promise', 'rule.promiseIsDefault', rule.replyLimit)}
      {own('returnLimit', 'rule.return', 'rule.returnIsDefault', { amount: 2, unit: 'workingDays' })}
      <div className="limit-grid">
        {counts.map(([key, label, max]) => (
          <CountField key={key} label={t(label)} max={max} value={rule[key]} onChange={(n) => set({ [key]: n })} />
        ))}
      </div>
      <Choice
        label={t('rule.policy')}
        value={policy.mode}
        options={options(callbackPolicyTerms)}
        onChange={(mode) => set({ callbackPolicy: { ...policy, mode } })}
      />
      <div className="limit-grid">
        {policy.mode === 'sample' ? (
          <CountField
            label={t('rule.samplePercent')}
            max={100}
            value={policy.samplePercent}
            onChange={(n) => set({ callbackPolicy: { ...policy, samplePercent: n } })}
          />
        ) : null}
        <CountField
          label={t('rule.capDays')}
          max={1000}
          value={policy.capDays}
          onChange={(n) => set({ callbackPolicy: { ...policy, capDays: n } })}
        />
      </div>
    </FormDialog>
  );
}

/** The bounds of the first number that is none or lies outside them. */
function firstWrong(rule: DeadlineRule): { from: number; to: number } | null {
  const isIn = (n: number, from: number, to: number) => Number.isInteger(n) && n >= from && n <= to;
  const all = [...limits.map(([key]) => rule[key]), rule.promiseLimit, rule.returnLimit].filter((l) => l !== null);
  if (!all.every((l) => isIn(l.amount, 1, 100_000))) return { from: 1, to: 100_000 };
  const { samplePercent, capDays } = rule.callbackPolicy;
  if (!isIn(samplePercent, 0, 100)) return { from: 0, to: 100 };
  if (!isIn(capDays, 0, 1000)) return { from: 0, to: 1000 };
  const bad = counts.find(([key, , max]) => !isIn(rule[key], 0, max));
  return bad ? { from: 0, to: bad[2] } : null;
}
