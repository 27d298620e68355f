import * as Type from 'typebox';
import { Id, Instant, maxLengthOf, object, oneOf, orNull, Version } from '../../schema.ts';
import { channels, kinds, services, Ticket, urgencies } from '../../ticket/model/ticket.ts';
import { RuleSet } from '../../time/rules/rules.ts';
import { route } from '../route.ts';
import { VersionMade, VersionNote } from './versions.ts';

const Rules = object({
  centreId: Id,
  rules: RuleSet,
  versions: Type.Array(VersionMade),
  /** Rules that fit nothing, because the one at `by` takes everything they name. */
  shadowed: Type.Array(object({ index: Type.Integer(), by: Type.Integer() })),
});

/** 时限规则: an ordered list in versions; restoring an old one is a new one. */
export const ruleRoutes = {
  rules: route({
    method: 'GET',
    path: '/api/admin/rules',
    summary: 'A version of the deadline rules; the newest where none is named',
    query: object({ centreId: Type.Optional(Id), version: Type.Optional(Version) }),
    answer: Rules,
  }),
  saveRules: route({
    method: 'POST',
    path: '/api/admin/rules',
    summary: 'Save the rules as a new version',
    body: object({
      centreId: Type.Optional(Id),
      version: Version,
      rules: RuleSet.properties.rules,
      note: Type.Optional(VersionNote),
    }),
    answer: Rules,
  }),
  ruleSubject: route({
    method: 'GET',
    path: '/api/admin/rules/subject',
    summary: 'What the rules look at in a ticket; nothing of its content',
    query: object({ number: Type.String({ minLength: 1, maxLength: maxLengthOf(Ticket.properties.number) }) }),
    answer: object({
      kind: oneOf(kinds),
      service: oneOf(services),
      urgency: oneOf(urgencies),
      channel: oneOf(channels),
      categoryId: orNull(Id),
      departmentId: orNull(Id),
      receivedAt: Instant,
    }),
  }),
} as const;
