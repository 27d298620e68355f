import * as Type from 'typebox';
import { text } from '../schema.ts';

export const usernamePattern = '^[a-z0-9][a-z0-9._-]{1,31}$';
export const Username = Type.String({ pattern: usernamePattern, minLength: 2, maxLength: 32 });
export const PersonName = text(60);
