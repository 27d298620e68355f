import type { Directory } from '../people/directory.ts';
import { departmentLine } from '../people/directory.ts';
import { verbNamed } from './lifecycle.ts';
import type { Request } from './model/children.ts';
import type { Dispatch } from './model/dispatch.ts';
import { origins } from './origins.ts';
import type { CitizenView } from './showing.ts';
import { type VerbName, verbs } from './verbs/index.ts';

/** One entry of the log, as far as a citizen's progress rests on it. `verb` is a verb's name, or an origin's. */
export type LogEntry = {
  readonly verb: string;
  readonly actorType: string;
  readonly actorId: string;
  readonly effectiveAt: string;
  readonly fields: readonly string[];
  readonly childId: string | null;
};

/** The dispatches and requests the log speaks of, as they stand, also of a ticket the appeal has left. */
export type Spoken = {
  readonly dispatches: readonly Pick<Dispatch, 'id' | 'ticketId' | 'departmentId' | 'role' | 'parentId' | 'status'>[];
  readonly requests: readonly Pick<Request, 'id' | 'dispatchId'>[];
};

export type CitizenStep = { readonly verb: string; readonly at: string; readonly sentence: string };

/**
 * What one citizen is told of what happened to his appeal: of each entry the verb's own sentence for citizens, or nothing.
 * Entries come in the order of the log; `ticketId` is that of the ticket each was written for. Units below a top-level
 * department, assists, requests, persons and reasons never show in it.
 */
export const citizenSteps = (
  log: readonly (LogEntry & { readonly ticketId: string })[],
  spoken: Spoken,
  appealId: string,
  directory: Directory,
): CitizenStep[] =>
  log.flatMap((entry) => {
    const { citizen, about, other } = told(entry.verb);
    if (citizen === 'notTold' || !concerns(entry, about, other !== undefined, appealId)) return [];
    const dispatch = spokenOf(entry, spoken);
    // A verb about a dispatch, or about a department's request, is told where it is the lead's: the one who answers him.
    if ((about === 'dispatch' || about === 'request') && !(dispatch && isLead(dispatch))) return [];
    const sentence = citizen(viewOf(entry, dispatch, appealId, directory));
    return sentence === null ? [] : [{ verb: entry.verb, at: entry.effectiveAt, sentence }];
  });

function told(name: string) {
  if (Object.hasOwn(origins, name))
    return { ...origins[name as keyof typeof origins], about: 'appeal', other: undefined };
  if (!Object.hasOwn(verbs, name)) throw new Error(`the log names a verb that is not there: ${name}`);
  const { citizen, about, needs } = verbNamed(name as VerbName);
  return { citizen, about, other: needs?.other };
}

/** Of his own appeal, or of its ticket as a whole: what other citizens did with theirs is their own affair. */
function concerns(e: LogEntry, about: string, isAboutTwo: boolean, appealId: string): boolean {
  if (about === 'appeal') return e.childId === appealId;
  // Of two tickets' becoming one, or one's becoming two, those hear whose appeal went over.
  if (isAboutTwo) return e.fields.includes(`+${appealId}`);
  return e.actorType !== 'citizen' || e.actorId === `citizen:${appealId}`;
}

type SpokenDispatch = Spoken['dispatches'][number];

/** The dispatch an entry is about; where it began several, the lead's; where two tickets became one, that one's lead. */
function spokenOf(e: LogEntry & { readonly ticketId: string }, { dispatches, requests }: Spoken) {
  const id = requests.find((r) => r.id === e.childId)?.dispatchId ?? e.childId;
  const begun = dispatches.filter((d) => e.fields.includes(`+${d.id}`));
  return (
    dispatches.find((d) => d.id === id) ??
    begun.find(isLead) ??
    dispatches.findLast((d) => d.ticketId === e.ticketId && isLead(d) && !hasEnded(d))
  );
}

const isLead = (d: SpokenDispatch) => d.role === 'lead' && d.parentId === null;
const hasEnded = (d: SpokenDispatch) => d.status === 'returned' || d.status === 'released';

function viewOf(
  e: LogEntry,
  dispatch: SpokenDispatch | undefined,
  appealId: string,
  directory: Directory,
): CitizenView {
  const [top] = dispatch ? departmentLine(directory, dispatch.departmentId) : [];
  const rows = { appeal: appealId, ticket: 'ticket', dispatch: dispatch?.id };
  return {
    department: (top && directory.departments.get(top)?.name) ?? '承办单位',
    by: e.actorType === 'citizen' ? 'citizen' : 'hotline',
    changed: (fact) => {
      const [row, field] = fact.split('.') as [keyof typeof rows, string];
      return e.fields.includes(`${rows[row]}.${field}`);
    },
  };
}
