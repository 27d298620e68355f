import { useT } from '../text/translate.ts';
import { Cited } from './Cited.tsx';
import type { Cites } from './citing.ts';

type Props = { cites: Cites; onUncite: () => void };

/** What an answer being written cites so far, and how to take it away. */
export function CitesLine({ cites, onUncite }: Props) {
  const t = useT();
  if (cites.length === 0) return null;
  return (
    <div className="cites-line">
      <Cited citations={cites} />
      <button type="button" className="link-button" onClick={onUncite}>
        {t('knowledge.uncite')}
      </button>
    </div>
  );
}
