import type { Found, ImportQuestion } from '@hotline/shared/api/imports';
import type { FieldName } from '@hotline/shared/imports/fields';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { Alert } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { fieldKey, fieldOrder, wordsOf } from './fieldWords.ts';
import { Scroll } from './Scroll.tsx';
import { WordTable } from './WordTable.tsx';

type Props = {
  found: Found;
  mapping: Mapping;
  questions: readonly ImportQuestion[];
  onChange: (mapping: Mapping) => void;
};

const orders = ['YMD', 'DMY', 'MDY'] as const;

/** Which column is which of our fields, what its words mean, and what is not imported. */
export function MappingForm({ found, mapping, questions, onChange }: Props) {
  const t = useT();
  const { lang } = useSettings();
  const departments = useCatalog((s) => s.departmentOptions);
  const set = (change: Partial<Mapping>) => onChange({ ...mapping, ...change });
  const columnOf = (field: FieldName) => [mapping.fields?.[field] ?? []].flat()[0] ?? null;
  const setWord = (field: FieldName, theirs: string, ours: string | null) => {
    const { [theirs]: _, ...others } = mapping.tables?.[field] ?? {};
    set({ tables: { ...mapping.tables, [field]: ours === null ? others : { ...others, [theirs]: ours } } });
  };
  const optionsOf = (field: FieldName) => {
    if (field === 'department') return departments;
    return Object.entries(wordsOf(field) ?? {}).map(([value, term]) => ({ value, label: term[lang] }));
  };
  const worded = fieldOrder.filter(
    (field) => (wordsOf(field) !== null || field === 'department') && valuesIn(found, columnOf(field)).length > 0,
  );
  return (
    <section>
      <h3>{t('mig.mapping')}</h3>
      <Questions questions={questions} />
      <FieldTable found={found} mapping={mapping} optionsOf={optionsOf} onChange={set} />
      <Answers hasStatus={columnOf('status') !== null} mapping={mapping} onChange={set} />
      {worded.map((field) => (
        <WordTable
          key={field}
          title={`${t(fieldKey(field))}：${t('mig.words')}`}
          values={valuesIn(found, columnOf(field))}
          table={mapping.tables?.[field] ?? {}}
          options={optionsOf(field)}
          isOpen={questions.some((q) => q.field === field)}
          onChange={(theirs, ours) => setWord(field, theirs, ours)}
        />
      ))}
      <Duplicates found={found} mapping={mapping} onChange={(ignored) => set({ ignored })} />
    </section>
  );
}

type Filling = {
  found: Found;
  mapping: Mapping;
  optionsOf: (field: FieldName) => readonly { value: string; label: string }[];
  onChange: (change: Partial<Mapping>) => void;
};

/** Each of our fields with its column, or with what every row has. */
function FieldTable({ found, mapping, optionsOf, onChange: set }: Filling) {
  const t = useT();
  const columns = found.columns.map(({ name }) => ({ value: name, label: name }));
  const columnOf = (field: FieldName) => [mapping.fields?.[field] ?? []].flat()[0] ?? null;
  const setColumn = (field: FieldName, column: string | null) => {
    const { [field]: _, ...others } = mapping.fields ?? {};
    set({ fields: column === null ? others : { ...others, [field]: column } });
  };
  const setConstant = (field: FieldName, value: string | null) => {
    const { [field]: _, ...others } = mapping.constants ?? {};
    set({ constants: value ? { ...others, [field]: value } : others });
  };
  return (
    <Scroll label={t('mig.mapping')}>
      <table className="plain migration-mapping">
        <thead>
          <tr>
            {(['mig.field', 'mig.column', 'mig.constant', 'mig.sample'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldOrder.map((field) => (
            <tr key={field}>
              <th scope="row">
                <label htmlFor={`mig-${field}`}>{t(fieldKey(field))}</label>
              </th>
              <td>
                <PickSelect
                  id={`mig-${field}`}
                  value={columnOf(field)}
                  options={columns}
                  placeholder={t('mig.noColumn')}
                  onChange={(column) => setColumn(field, column)}
                />
              </td>
              <td>
                {field === 'kind' || field === 'department' || field === 'channel' ? (
                  <>
                    <label className="visually-hidden" htmlFor={`mig-${field}-constant`}>
                      {`${t(fieldKey(field))}：${t('mig.constant')}`}
                    </label>
                    <PickSelect
                      id={`mig-${field}-constant`}
                      value={mapping.constants?.[field]}
                      options={optionsOf(field)}
                      onChange={(value) => setConstant(field, value)}
                    />
                  </>
                ) : null}
              </td>
              <td className="migration-sample">{samplesIn(found, columnOf(field)).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Duplicates({
  found,
  mapping,
  onChange,
}: {
  found: Found;
  mapping: Mapping;
  onChange: (ignored: string[]) => void;
}) {
  const t = useT();
  const headings = [...new Set(found.columns.filter((c) => c.isDuplicate).map((c) => c.heading))];
  if (headings.length === 0) return null;
  const ignored = mapping.ignored ?? [];
  return (
    <fieldset className="field">
      <legend>{t('mig.duplicate')}</legend>
      {headings.map((heading) => (
        <label key={heading} className="choice-option">
          <input
            type="checkbox"
            checked={ignored.includes(heading)}
            onChange={(e) =>
              onChange(e.target.checked ? [...ignored, heading] : ignored.filter((other) => other !== heading))
            }
          />
          {t('mig.ignore', { name: heading })}
        </label>
      ))}
    </fieldset>
  );
}

const valuesIn = (found: Found, column: string | null) => found.columns.find((c) => c.name === column)?.values ?? [];
const samplesIn = (found: Found, column: string | null) =>
  (found.columns.find((c) => c.name === column)?.samples ?? []).slice(0, 2);

function Questions({ questions }: Pick<Props, 'questions'>) {
  const t = useT();
  if (questions.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('mig.questions', { n: questions.length })}
      description={
        <ul className="migration-questions">
          {questions.map((q) => (
            <li key={`${q.what} ${q.field} ${q.about.join(' ')}`}>{q.sentence}</li>
          ))}
        </ul>
      }
    />
  );
}

type Answering = { hasStatus: boolean; mapping: Mapping; onChange: (change: Partial<Mapping>) => void };

/** What holds for all rows. */
function Answers({ hasStatus, mapping, onChange }: Answering) {
  const t = useT();
  return (
    <div className="form-row">
      <Choice
        label={t('mig.order')}
        value={mapping.dates?.order ?? 'YMD'}
        options={orders.map((value) => ({ value, label: t(`mig.order${value}`) }))}
        onChange={(order) => onChange({ dates: { ...mapping.dates, order } })}
      />
      {hasStatus ? null : (
        <Choice
          label={t('mig.unanswered')}
          value={mapping.unanswered ?? 'refused'}
          options={[
            { value: 'open', label: t('mig.unansweredOpen') },
            { value: 'refused', label: t('mig.unansweredRefused') },
          ]}
          onChange={(unanswered) => onChange({ unanswered })}
        />
      )}
    </div>
  );
}
