import type { Suggestions } from '@hotline/shared/api/routing';
import { beginningOf } from '@hotline/shared/schema';
import { AppealExcerpt } from '@hotline/shared/search/sought';
import { Appeal } from '@hotline/shared/ticket/model/appeal';
import { ElementHints } from '../appeals/ElementHints.tsx';
import { isTooShort, type LogDraft } from '../appeals/logDraft.ts';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useAsked } from '../data/useAsked.ts';
import { type Fitting, FittingArticles } from '../knowledge/FittingArticles.tsx';
import { useT } from '../text/translate.ts';
import { Duplicates } from './Duplicates.tsx';
import { SuggestionChips } from './SuggestionChips.tsx';
import './routing.css';

type Props = {
  draft: LogDraft;
  callId: string | null;
  set: (change: Partial<LogDraft>) => void;
  onCite: (article: Fitting) => void;
};

/** Beside the form: what category, who might handle it, whether it is known already. Nothing here changes a field by itself. */
export function LogHelp({ draft, callId, set, onCite }: Props) {
  const t = useT();
  const categories = useCatalog((s) => s.categoryLabels);
  const about = {
    content: beginningOf(`${draft.title}\n${draft.content}`.trim(), AppealExcerpt),
    ...(draft.regionCode ? { regionCode: draft.regionCode } : {}),
    ...(draft.categoryId ? { categoryId: draft.categoryId } : {}),
  };
  const phone = draft.phone.trim();
  const isWritten = !isTooShort(draft);
  const against = draft.againstDepartmentId ? { againstDepartmentId: draft.againstDepartmentId } : {};
  const suggestions = useAsked('suggestions', isWritten ? { query: { ...about, ...against } } : null);
  const where = {
    ...(draft.address ? { address: beginningOf(draft.address, Appeal.properties.address) } : {}),
    ...(phone.length >= 7 ? { phone } : {}),
    ...(callId ? { callId } : {}),
  };
  const similar = useAsked('similarAppeals', isWritten ? { query: { ...about, ...where } } : null);
  return (
    <aside className="log-help" aria-label={t('log.help')}>
      {suggestions?.notice ? <FixedMatter notice={suggestions.notice} /> : null}
      {suggestions ? (
        <>
          <SuggestionChips
            title={t('suggest.category')}
            items={suggestions.categories}
            labelOf={(id) => categories.get(id) ?? id}
            chosen={draft.categoryId}
            onTake={(categoryId) => set({ categoryId })}
            plainKeys
          />
          <LikelyDepartments items={suggestions.departments} />
        </>
      ) : (
        <p className="muted">{t('suggest.none')}</p>
      )}
      <FittingArticles
        about={
          isWritten ? { content: about.content, ...(draft.categoryId ? { categoryId: draft.categoryId } : {}) } : null
        }
        cited={draft.cites ?? []}
        onCite={onCite}
      />
      <Duplicates
        items={similar?.items ?? []}
        joinTicketId={draft.joinTicketId}
        onJoin={(joinTicketId, joinNumber) => set({ joinTicketId, joinNumber })}
      />
      <ElementHints draft={draft} isCallerKnown={callId !== null} />
    </aside>
  );
}

/** What the law leaves to another line or to nobody: said before anything else. */
function FixedMatter({ notice }: { notice: NonNullable<Suggestions['notice']> }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  return (
    <section className="fixed-matter" role="status">
      <b>{t(notice.verb === 'handOff' ? 'suggest.noticeHandOff' : 'suggest.noticeDecline')}</b>
      <p>{notice.told}</p>
      {notice.reasons.map((r) => (
        <div key={r.text} className="suggestion-reason">
          {lang === 'zh' ? r.text : r.textEn}
        </div>
      ))}
    </section>
  );
}

/** Only told here; the dispatcher decides. */
function LikelyDepartments({ items }: { items: Suggestions['departments'] }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const name = useDepartmentName();
  if (items.length === 0) return null;
  return (
    <section className="suggestions" aria-label={t('suggest.department')}>
      <h3>{t('suggest.department')}</h3>
      <ol>
        {items.map(({ id, probability, reasons }) => (
          <li key={id}>
            <div className="suggestion-line">
              <span className="suggestion-label">{name(id)}</span>
              <span className="suggestion-share">{t('suggest.share', { share: Math.floor(probability * 100) })}</span>
            </div>
            {reasons.map((r) => (
              <div key={r.text} className="suggestion-reason">
                {lang === 'zh' ? r.text : r.textEn}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
