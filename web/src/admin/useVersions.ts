import { Refusal } from '@hotline/shared/refusal';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dropDraft, useDraft } from '../data/drafts/draft.ts';
import { useT } from '../text/translate.ts';
import { useAct } from '../ui/useAct.ts';
import { useRead } from '../ui/useRead.ts';
import type { Version } from './VersionPick.tsx';

type Answer<S> = { readonly set: S; readonly versions: readonly Version[] };
type How<S> = {
  draftKey: string;
  /** The version named, or the one in force. */
  read: (version: number | undefined) => Promise<Answer<S>>;
  /** Saves over the version it was written over. */
  save: (set: S, note: string | undefined) => Promise<Answer<S>>;
};

/**
 * A set that is kept in versions: the one in force, an earlier one that is looked at, and what is changed but not saved.
 * A draft keeps the version it was written over, so that what somebody else saved meanwhile is never written over unseen.
 */
export function useVersions<S extends { readonly version: number }>({ draftKey, read, save }: How<S>) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('version')) || undefined;
  const current = useRead(() => read(undefined));
  const old = useRead(async () => (wanted ? read(wanted) : null), String(wanted));
  const [draft, setDraft] = useState<S | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const act = useAct();
  useDraft(draftKey, draft, setDraft);
  const set = current.value?.set ?? null;
  const earlier = wanted && wanted !== set?.version ? (old.value?.set ?? null) : null;
  const forget = () => {
    setDraft(null);
    void dropDraft(draftKey);
  };
  return {
    message: current.message ?? old.message,
    set,
    versions: current.value?.versions ?? [],
    /** An older version, which cannot be changed. */
    earlier,
    draft,
    shown: earlier ?? draft ?? set,
    said,
    tell: setSaid,
    act,
    edit: (change: Partial<S>) => {
      const over = draft ?? set;
      if (over) setDraft({ ...over, ...change, version: over.version });
    },
    forget,
    /** The draft was written over a version that is no longer in force; `take` goes on from the one that is. */
    behind: draft && set && draft.version !== set.version ? { from: draft.version, to: set.version } : null,
    take: () => {
      if (draft && set) setDraft({ ...draft, version: set.version });
      act.clear();
    },
    pick: (version: number | undefined) =>
      setParams(version === undefined || version === set?.version ? {} : { version: String(version) }),
    save: (next: S, note: string | undefined) =>
      act.run(async () => {
        const after = await save(next, note).catch((error: unknown) => {
          // Refused as somebody else was first: what is in force now is read, and told apart from what is written here.
          if (error instanceof Refusal && error.code === 'stale') current.again();
          throw error;
        });
        current.put(after);
        setSaid(t('admin.saved', { n: after.set.version }));
        setParams({}, { replace: true });
        forget();
      }),
  };
}
