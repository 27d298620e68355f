import type { Caller } from '@hotline/shared/api/calls';
import { useId } from 'react';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { localDay } from '../ui/localTime.ts';

type Props = {
  people: Caller['people'];
  /** Null: somebody else; undefined: not said yet. */
  chosen: string | null | undefined;
  /** Null: somebody else. */
  onChoose: (id: string | null) => void;
};

/** Several may share one number: which of them is speaking, or somebody who never called. */
export function KnownPeople({ people, chosen, onChoose }: Props) {
  const t = useT();
  const name = useId();
  const offset = useCatalog((s) => s.offsetMinutes);
  return (
    <fieldset className="field choice">
      <legend>{t('caller.people')}</legend>
      <div className="known-people">
        {people.map((person) => (
          <label key={person.id} className="choice-option">
            <input type="radio" name={name} checked={person.id === chosen} onChange={() => onChoose(person.id)} />
            {person.name}
            <span className="muted">
              {[
                person.appeals > 0 ? t('caller.appeals', { n: person.appeals }) : '',
                person.lastAt ? t('caller.lastAt', { day: localDay(person.lastAt, offset).slice(5) }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </label>
        ))}
        <label className="choice-option">
          <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
          {t('caller.other')}
        </label>
      </div>
    </fieldset>
  );
}
