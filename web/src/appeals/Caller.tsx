import type { Caller as Known } from '@hotline/shared/api/calls';
import { identityTerms } from '@hotline/shared/catalog/terms';
import { PhoneText } from '@hotline/shared/citizen/phone';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import { maxLengthOf } from '@hotline/shared/schema';
import { Appeal } from '@hotline/shared/ticket/model/appeal';
import { Input } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useOptions, useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { History } from './History.tsx';
import { KnownPeople } from './KnownPeople.tsx';
import type { LogDraft } from './logDraft.ts';

type Props = {
  draft: LogDraft;
  set: (change: Partial<LogDraft>) => void;
  callId: string | null;
  /** What is known under the number of the call; the number itself stays masked, the server has it. */
  caller: Known | null;
  citizenId: string | null;
};

/** Who is calling, and what was said from this number before. */
export function Caller({ draft, set, callId, caller, citizenId }: Props) {
  const t = useT();
  const options = useOptions();
  const masked = callId ? (caller?.phone ?? null) : null;
  const unread = callId ? (caller?.unreadPhone ?? null) : null;
  const areaCode = useCatalog((s) => s.areaCode);
  const isUnread = draft.phone.trim() !== '' && readPhones(draft.phone, areaCode).length === 0;
  const people = draft.phone.trim() === '' ? (caller?.people ?? []) : [];
  const isSomebodyElse = draft.citizenId === null || draft.name.trim() !== '';
  return (
    <section className="log-caller" aria-label={t('log.caller')}>
      <h2>{t('log.caller')}</h2>
      <Field
        label={t('form.phone')}
        hint={
          isUnread
            ? t('caller.unread')
            : masked
              ? t('caller.fromCall', { phone: masked })
              : unread
                ? t('phone.unreadable', { written: unread })
                : undefined
        }
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="tel"
            // A call brings its number; without one the agent asks for it first.
            autoFocus={callId === null}
            autoComplete="off"
            maxLength={maxLengthOf(PhoneText)}
            placeholder={masked ?? undefined}
            value={draft.phone}
            onChange={(e) => set({ phone: e.target.value })}
          />
        )}
      </Field>
      {people.length > 0 ? (
        <KnownPeople
          people={people}
          chosen={citizenId ?? (isSomebodyElse ? null : undefined)}
          onChoose={(id) => set({ citizenId: id, name: '' })}
        />
      ) : null}
      <Field label={t('form.name')} hint={citizenId ? t('caller.chosen') : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={maxLengthOf(Appeal.properties.citizenName)}
            placeholder={people.find((p) => p.id === citizenId)?.name ?? undefined}
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
        phone={draft.phone.trim()}
        known={caller?.appeals ?? null}
        joinTicketId={draft.joinTicketId}
        onJoin={(joinTicketId, joinNumber) => set({ joinTicketId, joinNumber })}
      />
    </section>
  );
}
