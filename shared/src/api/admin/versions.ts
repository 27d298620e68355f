import * as Type from 'typebox';
import { Instant, object, orNull, text, Version } from '../../schema.ts';

/** Why a version was made, for whoever compares it with another. */
export const VersionNote = text(200);
/** Who made a version, when, and in which words. */
export const VersionMade = object({ version: Version, at: Instant, by: Type.String(), note: orNull(Type.String()) });
