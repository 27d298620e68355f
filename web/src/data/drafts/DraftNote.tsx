import { useT } from '../../text/translate.ts';
import { clockSeconds } from '../../ui/localTime.ts';
import { useCatalog } from '../catalog.ts';
import type { DraftState } from './keptDraft.ts';

/**
 * «已保存 14:03:22». Its place is kept from the start for whatever it may say: it comes by itself, beside buttons being
 * pressed.
 */
export function DraftNote({ savedAt, failed, refusal, isOtherAside = false }: DraftState) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const time = savedAt && clockSeconds(savedAt, offset);
  const words =
    savedAt && refusal
      ? refusal
      : time && t(failed ? 'draft.onlyHere' : isOtherAside ? 'draft.aside' : 'draft.saved', { time });
  return (
    <span className={refusal ? 'draft-note late' : 'draft-note'} data-room={t('draft.onlyHere', { time: '00:00:00' })}>
      {words && <span>{words}</span>}
    </span>
  );
}
