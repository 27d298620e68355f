import type { Suggestions } from '@hotline/shared/api/routing';
import { useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';

type Suggested = Suggestions['categories'][number];
type Props = {
  title: string;
  items: readonly Suggested[];
  labelOf: (id: string) => string;
  chosen: string | null;
  onTake: (id: string) => void;
  /** Also the bare digits, where no field has them and no other list on the page does. */
  plainKeys?: boolean;
};

/** At most three, each with its reasons; taken by a click or a key, never by itself. */
export function SuggestionChips({ title, items, labelOf, chosen, onTake, plainKeys = false }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const take = (i: number) => () => {
    const item = items[i];
    if (item) onTake(item.id);
  };
  const keys = Object.fromEntries(
    items.flatMap((_, i): [string, () => void][] => [
      [`alt+${i + 1}`, take(i)],
      ...(plainKeys ? [[`${i + 1}`, take(i)] as [string, () => void]] : []),
    ]),
  );
  useShortcuts(keys, items.length > 0);
  if (items.length === 0) return null;
  return (
    <section className="suggestions" aria-label={title}>
      <h3>
        {title} <span className="muted">{t('suggest.keys')}</span>
      </h3>
      <ol>
        {items.map(({ id, probability, reasons }, i) => {
          const share = t('suggest.share', { share: Math.floor(probability * 100) });
          return (
            <li key={id}>
              <button type="button" className="suggestion" aria-pressed={id === chosen} onClick={take(i)}>
                <Kbd>{String(i + 1)}</Kbd>
                <span className="visually-hidden">{t('suggest.accept', { n: i + 1 })}</span>
                <span className="suggestion-label">{labelOf(id)}</span>
                <span className="suggestion-share">{share}</span>
              </button>
              {reasons.map((r) => (
                <div key={r.text} className="suggestion-reason">
                  {lang === 'zh' ? r.text : r.textEn}
                </div>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
