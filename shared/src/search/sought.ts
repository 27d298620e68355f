import * as Type from 'typebox';
import { text } from '../schema.ts';

const most = 60;
/** Words that something is looked for by; without any, everything is found. */
export const FilterWords = Type.String({ maxLength: most });
/** The same, where a question without words is none. */
export const SoughtWords = Type.String({ minLength: 1, maxLength: most });
/** What an appeal says, to look for others like it: as much of the words as an address line carries. */
export const AppealExcerpt = Type.String({ minLength: 1, maxLength: 1000 });
/** What a list that is worth keeping is called. */
export const ViewName = text(30);
