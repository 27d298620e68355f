import { text } from '../schema.ts';

/** Which telephone system a token is for, in the administrator's words. */
export const TokenName = text(60);
