import { firstGap } from '@hotline/shared/phrases/fill';
import { useRef } from 'react';

/**
 * Before words are sent: the first gap a phrase left open, selected to be written; null: none. Whoever sends the same
 * words again means them as they are.
 */
export function useGapCheck(): (root: ParentNode | null) => string | null {
  const meant = useRef(new Set<string>());
  return (root) => {
    for (const field of root?.querySelectorAll('textarea') ?? []) {
      const gap = firstGap(field.value);
      if (!gap || meant.current.has(field.value)) continue;
      meant.current.add(field.value);
      field.focus();
      field.setSelectionRange(gap.from, gap.to);
      return field.value.slice(gap.from, gap.to);
    }
    return null;
  };
}
