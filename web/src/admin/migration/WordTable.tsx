import { useT } from '../../text/translate.ts';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { Scroll } from './Scroll.tsx';

type Props = {
  title: string;
  values: readonly { text: string; count: number }[];
  table: Readonly<Record<string, string>>;
  options: readonly { value: string; label: string }[];
  /** Some of them have no answer yet. */
  isOpen: boolean;
  onChange: (theirs: string, ours: string | null) => void;
};

/** Every word that stands in a column, with ours beside it. */
export function WordTable({ title, values, table, options, isOpen, onChange }: Props) {
  const t = useT();
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <Scroll label={title}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('mig.theirs')}</th>
              <th scope="col">{t('mig.times')}</th>
              <th scope="col">{t('mig.ours')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ text, count }, i) => (
              <tr key={text}>
                <th scope="row">
                  <label htmlFor={`${title}-${i}`}>{text}</label>
                </th>
                <td>{count}</td>
                <td>
                  <PickSelect
                    id={`${title}-${i}`}
                    value={table[text] ?? options.find(({ label, value }) => label === text || value === text)?.value}
                    options={options}
                    onChange={(ours) => onChange(text, ours)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
