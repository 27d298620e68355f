import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Db } from './open.ts';
import { below } from './scope.ts';

export type AuditFilter = {
  /** Only acts of people who hold something at or below one of these, and those of the command line. */
  paths: readonly string[];
  /** Part of a name or a username. */
  person?: string | undefined;
  act?: AuditAct | undefined;
  /** An id, the number of an appeal, a username or part of a department's name. */
  subject?: string | undefined;
  /** Instants: from the first, before the second. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The audit trail, newest first, after `beforeSeq`. */
export async function searchAudit(db: Db, filter: AuditFilter, beforeSeq: number | null, limit: number) {
  let query = db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.personId')
    .leftJoin('appeal', 'appeal.id', 'audit.subjectId')
    .leftJoin('person as other', 'other.id', 'audit.subjectId')
    .leftJoin('department', 'department.id', 'audit.subjectId')
    .leftJoin('centre', 'centre.id', 'audit.subjectId')
    .select([
      'audit.seq',
      'audit.at',
      'audit.personId',
      'person.name as personName',
      'audit.act',
      'audit.subjectId',
      'audit.purpose',
      'appeal.number',
      'other.username',
      'department.name as departmentName',
      'centre.name as centreName',
    ])
    .where((eb) =>
      eb('audit.personId', '=', 'system').or(
        eb.exists(
          eb
            .selectFrom('roleGrant')
            .select('roleGrant.n')
            .whereRef('roleGrant.personId', '=', 'audit.personId')
            .where((g) => g.or(filter.paths.map((p) => g.and([g('path', '>=', p), g('path', '<', below(p))])))),
        ),
      ),
    );
  const { person, act, subject, from, to } = filter;
  if (beforeSeq !== null) query = query.where('audit.seq', '<', beforeSeq);
  if (act) query = query.where('audit.act', '=', act);
  if (from) query = query.where('audit.at', '>=', from);
  if (to) query = query.where('audit.at', '<', to);
  if (person) {
    const part = `%${escaped(person)}%`;
    query = query.where((eb) =>
      eb.or([eb('person.name', 'like', part), eb('person.username', 'like', part.toLowerCase())]),
    );
  }
  if (subject)
    query = query.where((eb) =>
      eb.or([
        eb('audit.subjectId', '=', subject),
        eb('appeal.number', '=', subject),
        eb('other.username', '=', subject.toLowerCase()),
        eb('department.name', 'like', `%${escaped(subject)}%`),
      ]),
    );
  const rows = await query.orderBy('audit.seq', 'desc').limit(limit).execute();
  return rows.map(({ number, username, departmentName, centreName, personName, ...row }) => ({
    ...row,
    personName: personName ?? '命令行',
    subject: number ?? username ?? departmentName ?? centreName ?? row.subjectId,
  }));
}

const escaped = (text: string) => text.replace(/[%_\\]/g, '');
