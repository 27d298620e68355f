import { useId } from 'react';

type Props = { label: string; value: number; max: number; onChange: (n: number) => void };

/** A whole number with its label. */
export function CountField({ label, value, max, onChange }: Props) {
  const id = useId();
  return (
    <div className="field limit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="native"
        type="number"
        min={0}
        max={max}
        required
        value={Number.isNaN(value) ? '' : value}
        onChange={(e) => onChange(e.target.valueAsNumber)}
      />
    </div>
  );
}
