import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { type Clock, extensionUnit } from '@hotline/shared/ticket/clocks/clock';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { moved } from '@hotline/shared/ticket/clocks/counting';
import { Input, InputNumber } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { RequestText } from '../case/Requests.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

/** As many days as were asked for, or fewer; the new due is told in words before anybody decides. */
export function GrantForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'decision');
  const request = answer.requests.find((r) => r.id === action.target);
  const [{ days, decision }, set] = useKeptForm(draftKey, { days: request?.days ?? 1, decision: '' });
  const flaw = flawOf(decision);
  const due = useNewDue(
    answer.dispatches.find((d) => d.id === request?.dispatchId),
    days,
  );
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (!flaw) onSubmit({ days, decision: orNothing(decision) });
      }}
    >
      {request ? <RequestText request={request} answer={answer} /> : null}
      <Field label={t('form.grantDays')} required hint={due}>
        {(wiring) => (
          <InputNumber
            {...wiring}
            autoFocus
            min={1}
            max={request?.days ?? 1}
            precision={0}
            value={days}
            onChange={(n) => set({ days: n ?? 1 })}
          />
        )}
      </Field>
      <Field label={t('form.decision')} error={flaw}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLength}
            value={decision}
            onChange={(e) => set({ decision: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}

function useNewDue(dispatch: CaseAnswer['dispatches'][number] | undefined, days: number): string | undefined {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { calendar, offsetMinutes } = useCatalog();
  if (!calendar || !dispatch) return undefined;
  const { replyClock } = dispatch;
  const at = new Date().toISOString();
  const longer = moved(replyClock, { by: 'extension', at, days, unit: extensionUnit(replyClock) }, calendar);
  const words = (clock: Pick<Clock, 'dueAt' | 'provisional'>) => clockDue(clock, offsetMinutes, lang);
  return t('form.newDue', { old: words(replyClock), due: words(longer) });
}
