import type { Answer, Call } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dropDraft, useDraft } from '../data/drafts/draft.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import { useAct } from '../ui/useAct.ts';
import type { Version } from './VersionPick.tsx';

type Kept<S> = { readonly set: S; readonly versions: readonly Version[] };
type How<N extends 'rules' | 'schemeSet', S> = {
  draftKey: string;
  /** The route that answers with a version, or with the one in force. */
  name: N;
  /** What is kept in versions, as the route answers it. */
  setOf: (answer: Answer<N>) => Kept<S>;
  /** Saves over the version it was written over. */
  save: (set: S, note: string | undefined) => Promise<Answer<N>>;
};

/**
 * A set that is kept in versions: the one in force, an earlier one that is looked at, and what is changed but not saved.
 * A draft keeps the version it was written over, so that what somebody else saved meanwhile is never written over unseen.
 */
export function useVersions<N extends 'rules' | 'schemeSet', S extends { readonly version: number }>({
  draftKey,
  name,
  setOf,
  save,
}: How<N, S>) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('version')) || undefined;
  const current = useRead(name, { query: {} } as Call<N>);
  const old = useRead(name, wanted ? ({ query: { version: wanted } } as Call<N>) : null);
  const now = current.value ? setOf(current.value) : null;
  const [draft, setDraft] = useState<S | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const act = useAct();
  useDraft(draftKey, draft, setDraft);
  const set = now?.set ?? null;
  const earlier = wanted && wanted !== set?.version ? (old.value ? setOf(old.value).set : null) : null;
  const forget = () => {
    setDraft(null);
    void dropDraft(draftKey);
  };
  return {
    message: current.message ?? old.message,
    set,
    versions: now?.versions ?? [],
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
          if (error instanceof Refusal && error.code === 'stale') void current.again();
          throw error;
        });
        current.put(after);
        setSaid(t('admin.saved', { n: setOf(after).set.version }));
        setParams({}, { replace: true });
        forget();
      }),
  };
}
