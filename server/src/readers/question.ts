import type { Db } from '@hotline/db/store/open';

/** What a question may use while it is answered: it looks at `signal` between reads, and tells how far it has come. */
type Asking = { readonly signal: AbortSignal; readonly tell: (rows: number) => void };

/** Reads only, in short statements; what goes in and comes out crosses a thread, so it is plain data. */
export type Question<I, A> = (db: Db, input: I, asking: Asking) => Promise<A>;
