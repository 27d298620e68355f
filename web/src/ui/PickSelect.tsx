import { matchOf } from '@hotline/shared/search/pinyin';
import { Select } from 'antd';

type Option = { value: string; label: string };
type Props = {
  id: string;
  'aria-describedby'?: string;
  'aria-required'?: boolean;
  status?: 'error';
  value: string | null | undefined;
  options: readonly Option[];
  onChange: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  /** What is shown once chosen, where an option's label says more than a field can hold. */
  optionLabelProp?: string;
};

/** One flat searchable list instead of a cascade: any part of the words finds the entry. */
export function PickSelect({ value, options, onChange, ...rest }: Props) {
  return (
    <Select
      {...rest}
      className="wide"
      allowClear
      showSearch={{ filterOption: found, filterSort: byMatch }}
      value={value ?? null}
      options={[...options]}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}

const labelOf = (option?: { label?: unknown }) => String(option?.label ?? '');

/** Every word typed must occur, in any order, by characters, pinyin or initials: «市容 占道», «zdjy». */
export const found = (typed: string, option?: { label?: unknown }) => matchOf(typed, labelOf(option)) !== null;

/** What begins as it was typed before what only contains it. */
const byMatch = (a: { label?: unknown }, b: { label?: unknown }, { searchValue }: { searchValue: string }) =>
  (matchOf(searchValue, labelOf(a)) ?? 0) - (matchOf(searchValue, labelOf(b)) ?? 0);
