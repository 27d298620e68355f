import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictsIn, mergeForm, settleField } from './mergeForm.ts';

type Answers = Record<'title' | 'kind' | 'place', string | null>;
const aValue = fc.constantFrom('甲', '乙', '丙', null);
const some: fc.Arbitrary<Answers> = fc.record({ title: aValue, kind: aValue, place: aValue });
const names = ['title', 'kind', 'place'] as const;

test('a field nobody here touched follows; what was typed stays, and is asked about where both changed it', () => {
  const given = { title: '路灯', kind: 'help', place: '五一路' };
  const form = { given, answers: { ...given, title: '路灯不亮', place: '五一中路' } };
  const now = { title: '照明', kind: 'complaint', place: '五一路' };
  const merged = mergeForm(form, now);
  expect(merged.answers).toEqual({ title: '路灯不亮', kind: 'complaint', place: '五一中路' });
  expect(conflictsIn(merged, now)).toEqual([{ field: 'title', was: '路灯', theirs: '照明', mine: '路灯不亮' }]);
  expect(settleField(merged, now, 'title', 'theirs').answers.title).toBe('照明');
  expect(settleField(merged, now, 'title', 'mine').answers.title).toBe('路灯不亮');
});

test('nothing typed is lost whatever the others do, and every question is asked once', () => {
  fc.assert(
    fc.property(
      some,
      some,
      fc.array(some, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (given, answers, later, keep) => {
        let form = { answers, given };
        for (const now of later) {
          form = mergeForm(form, now);
          for (const name of names) {
            if (answers[name] !== given[name]) expect(form.answers[name]).toBe(answers[name]);
            else expect(form.answers[name]).toBe(now[name]);
          }
          expect(mergeForm(form, now)).toEqual(form);
        }
        const now = later[later.length - 1] as Answers;
        let settled = mergeForm(form, now);
        for (const { field } of conflictsIn(settled, now))
          settled = settleField(settled, now, field, keep ? 'mine' : 'theirs');
        expect(conflictsIn(settled, now)).toEqual([]);
      },
    ),
  );
});
