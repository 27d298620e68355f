import { channelTerms, kindTerms, serviceTerms, type Terms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { maxLengthOf } from '@hotline/shared/schema';
import { type Channel, type Kind, type Service, Ticket, type Urgency } from '@hotline/shared/ticket/model/ticket';
import type { RuleSet } from '@hotline/shared/time/rules/rules';
import { tryRules } from '@hotline/shared/time/rules/trial';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { serverNowMs } from '../../data/liveState.ts';
import { useOptions, useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { Field } from '../../ui/Field.tsx';
import { fromField, toField } from '../../ui/localTime.ts';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useAct } from '../../ui/useAct.ts';
import { useRuleWords } from './ruleWords.ts';
import { Verdicts } from './Verdicts.tsx';

type Asked = {
  kind: Kind;
  service: Service;
  urgency: Urgency;
  channel: Channel;
  categoryId: string | null;
  departmentId: string | null;
  receivedAt: string;
};

/** «哪条规则适用于此件，为什么»: worked out here, with the rules as they stand on the page, saved or not. */
export function Tester({ rules, unsaved }: { rules: RuleSet; unsaved: boolean }) {
  const t = useT();
  const { calendar, offsetMinutes, categoryLabels, departmentOptions } = useCatalog();
  const words = useRuleWords();
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState<Asked>(() => ({
    ...{ kind: 'complaint', service: 'general', urgency: 'normal', channel: 'phone' },
    ...{ categoryId: null, departmentId: null, receivedAt: new Date(serverNowMs()).toISOString() },
  }));
  const { busy, message, run } = useAct();
  const set = (change: Partial<Asked>) => setAsked((a) => ({ ...a, ...change }));
  const load = () => run(async () => set(await api.call('ruleSubject', { query: { number } })));
  const subject = {
    ...asked,
    categoryPath: asked.categoryId ? (words.categoryPaths.get(asked.categoryId) ?? []) : [],
    departmentPath: asked.departmentId ? (words.departmentPaths.get(asked.departmentId) ?? []) : null,
  };
  const trial = calendar ? tryRules(calendar, rules, subject, asked.receivedAt) : null;
  const pick = <Name extends string>(label: TextKey, terms: Terms<Name>, value: Name, onChange: (v: Name) => void) => (
    <Pick label={t(label)} terms={terms} value={value} onChange={onChange} />
  );
  return (
    <section className="tester" aria-labelledby="tester">
      <h2 id="tester">{t('try.title')}</h2>
      <form
        className="form-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim()) load();
        }}
      >
        <Field label={t('try.number')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(Ticket.properties.number)}
              value={number}
              onChange={(e) => setNumber(e.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit" loading={busy} className="end">
          {t('try.load')}
        </Button>
      </form>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      <div className="tester-fields">
        {pick('try.kind', kindTerms, asked.kind, (kind) => set({ kind }))}
        {pick('try.urgency', urgencyTerms, asked.urgency, (urgency) => set({ urgency }))}
        {pick('try.service', serviceTerms, asked.service, (service) => set({ service }))}
        {pick('try.channel', channelTerms, asked.channel, (channel) => set({ channel }))}
        <Field label={t('try.receivedAt')}>
          {({ id }) => (
            <input
              id={id}
              className="native"
              type="datetime-local"
              value={toField(asked.receivedAt, offsetMinutes)}
              onChange={(e) => set({ receivedAt: fromField(e.target.value, offsetMinutes) ?? asked.receivedAt })}
            />
          )}
        </Field>
        <Field label={t('try.category')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={asked.categoryId}
              options={[...categoryLabels].map(([value, label]) => ({ value, label }))}
              onChange={(categoryId) => set({ categoryId })}
            />
          )}
        </Field>
        <Field label={t('try.department')} hint={t('try.departmentHint')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={asked.departmentId}
              options={departmentOptions}
              onChange={(departmentId) => set({ departmentId })}
            />
          )}
        </Field>
      </div>
      {unsaved ? <p className="muted">{t('try.unsaved')}</p> : null}
      {trial && calendar ? (
        <div className="verdicts">
          <Verdicts title={t('try.promise')} trial={trial.promise} from={asked.receivedAt} calendar={calendar} />
          {trial.dispatch ? (
            <Verdicts title={t('try.dispatch')} trial={trial.dispatch} from={asked.receivedAt} calendar={calendar} />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

type PickProps<Name extends string> = {
  label: string;
  terms: Terms<Name>;
  value: Name;
  onChange: (value: Name) => void;
};

function Pick<Name extends string>({ label, terms, value, onChange }: PickProps<Name>) {
  const options = useOptions();
  return (
    <Field label={label}>
      {({ id }) => (
        <select id={id} className="native" value={value} onChange={(e) => onChange(e.target.value as Name)}>
          {options(terms).map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
