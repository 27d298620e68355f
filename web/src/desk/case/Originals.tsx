import { withCodes } from '@hotline/shared/text/original';
import { useSettings } from '../../data/settings.ts';
import { fieldTerms } from '../../text/fieldTerms.ts';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import type { Timeline } from './openCase.ts';
import './originals.css';

/** 原文: what came with an entry, as it came. As plain text whose invisible characters are codes, so nothing in it does anything. */
export function Originals({ originals }: { originals: Timeline[number]['originals'] }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  if (originals.length === 0) return null;
  const nameOf = (field: string) => fieldTerms[field]?.[lang] ?? t(words[field] ?? 'original.words');
  return (
    <details className="originals">
      <summary title={t('original.why')}>{t('original')}</summary>
      <dl>
        {originals.map(({ field, text, isCut }) => (
          <div key={`${field} ${text}`}>
            <dt>{nameOf(field)}</dt>
            <dd>
              <bdi className="words">{withCodes(text)}</bdi>
              {isCut ? <p className="muted">{t('original.cut')}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Of fields that no amendment touches. */
const words: Readonly<Record<string, TextKey>> = {
  publicReply: 'form.publicReply',
  handling: 'form.handling',
  unsolvedReason: 'form.unsolvedReason',
  lateEntryReason: 'late.reason',
};
