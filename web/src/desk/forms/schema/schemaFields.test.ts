import { verbForms } from '@hotline/shared/api/verbForms';
import { type VerbName, verbNames } from '@hotline/shared/ticket/verbs/index';
import { expect, test } from 'vitest';
import { fieldsOf } from './schemaFields.ts';

const listed = { appeals: [{ id: 'a1', number: '26110200001' }], dispatches: [{ id: 'd1', departmentId: 'water' }] };
const fields = (name: VerbName) => fieldsOf(verbForms[name], listed);

test.each(verbNames)(
  'the form drawn for «%s» leaves no choice empty, whether or not it has a form of its own',
  (name) => {
    const empty = fields(name).filter((f) => f.choices?.length === 0);
    expect(empty.map((f) => f.name)).toEqual([]);
  },
);

test('a drawn form asks for what its verb declares, and never for its target or what is found by other means', () => {
  expect(fields('requestExtension').map((f) => [f.name, f.type, f.required])).toEqual([
    ['days', 'number', true],
    ['reasonCode', 'choice', true],
    ['reason', 'long', true],
  ]);
  expect(fields('askCitizen').map((f) => f.name)).toEqual(['question']);
  expect(fields('sign')).toEqual([]);
});

test('nothing is asked while the catalog is not there', () => {
  expect(fieldsOf(undefined, listed)).toEqual([]);
});
