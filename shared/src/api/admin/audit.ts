import * as Type from 'typebox';
import { Id, Instant, LocalDate, object, oneOf, orNull } from '../../schema.ts';
import { route } from '../route.ts';

/** What is recorded about people who look at or change what others may not. */
const auditActs = [
  'reveal',
  'revealCall',
  'enterLate',
  'export',
  'downloadExport',
  'playRecording',
  'startImport',
  'undoImport',
  'changeCalendar',
  'importCalendar',
  'correctClocks',
  'saveRules',
  'saveSchemes',
  'publishBulletin',
  'proposeArticle',
  'publishArticle',
  'refuseArticle',
  'cancelArticle',
  'retireArticle',
  'confirmArticle',
  'reportArticle',
  'answerReport',
  'addFile',
  'removeFile',
  'addPerson',
  'setGrants',
  'disablePerson',
  'enablePerson',
  'resetPassword',
  'changePassword',
  'addDepartment',
  'changeDepartment',
  'retireDepartment',
  'restoreDepartment',
  'addTelephonyToken',
  'revokeTelephonyToken',
  'changeAreaCode',
  'foundCentre',
  'addPhrase',
  'changePhrase',
  'dropPhrase',
] as const;
export type AuditAct = (typeof auditActs)[number];
/** 审计: who revealed, exported or changed what, when and why. */
export const auditRoutes = {
  audit: route({
    method: 'GET',
    path: '/api/admin/audit',
    summary: 'Search the audit trail, newest first',
    query: object({
      person: Type.Optional(Type.String({ maxLength: 60 })),
      act: Type.Optional(oneOf(auditActs)),
      subject: Type.Optional(Type.String({ maxLength: 64 })),
      from: Type.Optional(LocalDate),
      to: Type.Optional(LocalDate),
      cursor: Type.Optional(Type.String({ maxLength: 40 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({
      items: Type.Array(
        object({
          seq: Type.Integer(),
          at: Instant,
          personId: Id,
          personName: Type.String(),
          act: Type.String(),
          subjectId: Type.String(),
          /** Number of the appeal, username, department: what the subject is called. */
          subject: Type.String(),
          purpose: orNull(Type.String()),
        }),
      ),
      nextCursor: orNull(Type.String()),
    }),
  }),
} as const;
