import { useT } from '../../text/translate.ts';
import { clockSeconds } from '../../ui/localTime.ts';
import { useCatalog } from '../catalog.ts';
import type { DraftState } from './keptDraft.ts';

/** «已保存 14:03:22» */
export function DraftNote({ savedAt, failed, refusal }: DraftState) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  if (!savedAt) return null;
  if (refusal) return <span className="draft-note late">{refusal}</span>;
  const time = clockSeconds(savedAt, offset);
  return <span className="draft-note">{failed ? t('draft.onlyHere', { time }) : t('draft.saved', { time })}</span>;
}
