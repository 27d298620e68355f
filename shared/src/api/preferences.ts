import * as Type from 'typebox';
import { Password } from '../people/password.ts';
import { PreferenceChange, Preferences } from '../people/preferences.ts';
import { object } from '../schema.ts';
import { Count, route } from './route.ts';

const Kept = object({
  /** Grows with every change: of two answers the greater is the newer. */
  version: Count,
  preferences: Preferences,
});

/** 个人设置: text size, language, sounds, keys. They follow the person to another computer. */
export const preferenceRoutes = {
  preferences: route({ method: 'GET', path: '/api/preferences', summary: 'What I chose', answer: Kept }),
  changePreferences: route({
    method: 'PUT',
    path: '/api/preferences',
    summary: 'Change some of it, field by field; the others stay',
    body: object({ change: PreferenceChange }),
    answer: Kept,
  }),
  changePassword: route({
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change my password; my other sessions end',
    body: object({
      current: Password,
      password: Password,
    }),
    answer: Type.Null(),
    status: 204,
  }),
} as const;
