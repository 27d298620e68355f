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
      showSearch={{ filterOption: found }}
      value={value ?? null}
      options={[...options]}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}

/** Every word typed must occur, in any order: «市容 占道» finds «城乡建设 › 市容环境 › 占道经营». */
export const found = (typed: string, option?: { label?: unknown }) => {
  const label = String(option?.label ?? '').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.includes(word));
};
