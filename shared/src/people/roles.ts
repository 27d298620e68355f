import { type Role, roles } from './actor.ts';

// Who belongs together, each group said once: policies of routes, scope, masking and screens read it here. A list of
// roles that stands anywhere else is either a group without a name or a second home of one of these.

declare const named: unique symbol;
/** A group that has its name here. A list written out on the spot is none, so no policy and no page can be given one. */
export type RoleGroup = readonly Role[] & { readonly [named]: true };

// The only cast that makes a group, so that only this file can.
const group = (...members: readonly Role[]) => [...new Set(members)] as unknown as RoleGroup;

/** Whoever works under the name of the centre and sees its tickets whole; whoever administers sees none. */
export const centreStaff = group(
  'agent',
  'dispatcher',
  'reviewer',
  'callbackAgent',
  'supervisor',
  'manager',
  'auditor',
);
/** 经办人、单位负责人: whoever works for a department that is handed a matter. */
export const departmentStaff = group('handler', 'departmentHead');
export const departmentHeads = group('departmentHead');
/** Roles that are granted at a centre, in the order of the table of grants. */
export const centreRoles = group(...roles.filter((role) => !departmentStaff.includes(role)));
export const administrators = group('administrator');
/** Whoever is signed in. */
export const everyRole = group(...roles);

/** Whoever's telephone rings with the next citizen. */
export const agents = group('agent');
/** Whose work each desk of the centre is. */
export const dispatchers = group('dispatcher');
export const reviewers = group('reviewer');
export const callbackAgents = group('callbackAgent');
export const supervisors = group('supervisor', 'manager');
/** Whoever answers for the centre: signs 月度通报, shelves a matter. */
export const managers = group('manager');

/** Whoever of the centre decides a request, type by type. */
export const returnJudges = group('dispatcher', 'supervisor');
export const extensionJudges = group('reviewer', 'supervisor');
export const reworkJudges = group('reviewer', 'supervisor');
/** Whoever decides requests of any type; of a department, the one that sent the matter on. */
export const requestJudges = group(...returnJudges, ...extensionJudges, ...managers, ...departmentStaff);

/** Whoever takes an appeal down, on the telephone or for a colleague. */
export const appealLoggers = group('agent', 'dispatcher', 'supervisor');
/** 补录: whoever took it down on paper meanwhile, and whoever answers for the shift. It moves clocks, so nobody else may. */
export const lateEntryLoggers = group('agent', 'supervisor');
/** Whoever works on the centre's cases: looks up a citizen's earlier appeals, urges, and sees a number with a purpose. */
export const caseWorkers = group('agent', 'dispatcher', 'reviewer', 'callbackAgent', 'supervisor');
/** Whoever is told what the classifier thinks of an appeal. */
export const suggestionReaders = group('agent', 'dispatcher', 'supervisor', 'reviewer');
/** Whoever can do something about many citizens with one matter. */
export const hotspotWatchers = group('dispatcher', 'supervisor', 'manager');

/** Whoever sits at a telephone. */
const callTakers = group('agent', 'dispatcher', 'callbackAgent');
/** Whoever watches the queue of calls and everybody's seat. */
export const callWatchers = group('supervisor', 'manager', 'auditor');
/** Whoever has a seat of his own and may ring a citizen back. */
export const callersBack = group(...callTakers, 'supervisor');
/** Whoever is told of calls at all. */
export const callHearers = group(...callTakers, ...callWatchers);
/** Whoever answers for quality hears recordings. */
export const recordingListeners = group('supervisor', 'manager', 'reviewer', 'auditor');

/** Whoever decides what citizens are told. */
export const knowledgeEditors = group('reviewer', 'supervisor', 'manager');
/** Whoever of the centre proposes what citizens are told. */
export const knowledgeWriters = group(...callTakers, ...knowledgeEditors);

/** Whoever reads the figures of a whole centre: its ranking and the monthly bulletin. */
export const bulletinReaders = group('manager', 'supervisor', 'reviewer', 'dispatcher', 'auditor');
/** Whoever reads figures, and may take what he sees away as a file. Whoever only takes calls needs neither. */
export const figureReaders = group(...bulletinReaders, ...departmentStaff);

/** Whoever may read who did what. */
export const auditReaders = group('administrator', 'auditor');
/** Whoever looks on and acts on no ticket: to show them at one would tell what is being audited. */
export const onlookers = group('auditor', 'administrator');
