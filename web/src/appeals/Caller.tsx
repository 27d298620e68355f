import { identityTerms } from '@hotline/shared/catalog/terms';
import { Input } from 'antd';
import { useOptions, useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { History } from './History.tsx';
import { type LogDraft, plainPhone } from './logDraft.ts';

type Props = { draft: LogDraft; set: (change: Partial<LogDraft>) => void };

/** Who is calling, and what was said from this number before. */
export function Caller({ draft, set }: Props) {
  const t = useT();
  const options = useOptions();
  return (
    <section className="log-caller" aria-label={t('log.caller')}>
      <h2>{t('log.caller')}</h2>
      <Field label={t('form.phone')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="tel"
            // With the number known, the agent begins with the citizen's words.
            autoFocus={draft.phone === ''}
            autoComplete="off"
            maxLength={32}
            value={draft.phone}
            onChange={(e) => set({ phone: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('form.name')}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={60}
            value={draft.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('form.identity')}
        value={draft.identity}
        options={options(identityTerms)}
        onChange={(identity) => set({ identity })}
      />
      <History
        phone={plainPhone(draft.phone)}
        joinTicketId={draft.joinTicketId}
        onJoin={(joinTicketId, joinNumber) => set({ joinTicketId, joinNumber })}
      />
    </section>
  );
}
