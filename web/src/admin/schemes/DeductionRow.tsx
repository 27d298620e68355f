import type { Deduction } from '@hotline/shared/assessment/schemes';
import { useId } from 'react';
import { useT } from '../../text/translate.ts';
import { FigurePick } from './FigurePick.tsx';

type Props = { deduction: Deduction; onChange: (deduction: Deduction) => void };

/** How one deduction counts: by the piece, or by steps under a line. */
export function DeductionRow({ deduction, onChange }: Props) {
  const t = useT();
  const id = useId();
  const sort = deduction.by === 'each' ? deduction.part : 'step';
  const { figure, points, cap } = deduction;
  const as = (next: string): Deduction =>
    next === 'step'
      ? { by: 'step', figure, line: 9_500, step: 100, points, cap }
      : { by: 'each', figure, part: next === 'met' ? 'met' : 'rest', points, cap };
  return (
    <>
      <FigurePick value={figure} onChange={(next) => onChange({ ...deduction, figure: next })} />
      <div className="field limit-field">
        <label htmlFor={id}>{t('scheme.by')}</label>
        <select id={id} className="native" value={sort} onChange={(e) => onChange(as(e.target.value))}>
          <option value="met">{t('scheme.byMet')}</option>
          <option value="rest">{t('scheme.byRest')}</option>
          <option value="step">{t('scheme.byStep')}</option>
        </select>
      </div>
      {deduction.by === 'step' ? (
        <>
          <Hundredths
            label={t('scheme.line')}
            value={deduction.line}
            onChange={(line) => onChange({ ...deduction, line })}
          />
          <Hundredths
            label={t('scheme.step')}
            value={deduction.step}
            onChange={(step) => onChange({ ...deduction, step })}
          />
        </>
      ) : null}
      <Hundredths
        label={t('scheme.off')}
        value={points}
        onChange={(next) => onChange({ ...deduction, points: next })}
      />
      <Hundredths label={t('scheme.cap')} value={cap} onChange={(next) => onChange({ ...deduction, cap: next })} />
    </>
  );
}

type NumberProps = { label: string; value: number; onChange: (hundredths: number) => void };

/** A number with up to two decimals, held as whole hundredths. */
function Hundredths({ label, value, onChange }: NumberProps) {
  const id = useId();
  return (
    <div className="field limit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="native"
        type="number"
        min={0}
        max={100}
        step={0.01}
        required
        defaultValue={value / 100}
        onChange={(e) => onChange(Math.round(e.target.valueAsNumber * 100) || 0)}
      />
    </div>
  );
}
