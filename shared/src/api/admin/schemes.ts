import * as Type from 'typebox';
import { SchemeSet } from '../../assessment/schemes.ts';
import { Id, object, Version } from '../../schema.ts';
import { route } from '../route.ts';
import { VersionMade, VersionNote } from './versions.ts';

const Schemes = object({ centreId: Id, set: SchemeSet, versions: Type.Array(VersionMade) });

/** 考核方案: a centre's schemes in versions; restoring an old one is a new one. */
export const schemeRoutes = {
  schemeSet: route({
    method: 'GET',
    path: '/api/admin/schemes',
    summary: 'A version of the assessment schemes; the newest where none is named',
    query: object({ centreId: Type.Optional(Id), version: Type.Optional(Version) }),
    answer: Schemes,
  }),
  saveSchemes: route({
    method: 'POST',
    path: '/api/admin/schemes',
    summary: 'Save the schemes as a new version',
    body: object({ centreId: Type.Optional(Id), ...SchemeSet.properties, note: Type.Optional(VersionNote) }),
    answer: Schemes,
  }),
} as const;
