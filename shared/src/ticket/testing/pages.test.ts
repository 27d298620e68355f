import { expect, test } from 'vitest';
import { type VerbName, verbNames } from '../verbs/index.ts';
import { definitionOf } from './definition.test-support.ts';
import { offersOf } from './offers.test-support.ts';
import { outcomesOf } from './outcomes.test-support.ts';

/** One page a verb: what it is, when it is offered and why it waits, what it does and in which words it refuses. */
const pageOf = (name: VerbName) =>
  [
    ...definitionOf(name),
    '',
    'offered on the day itself (1), the next (2), after every due (3)',
    ...offersOf(name),
    '',
    'does',
    ...outcomesOf(name),
  ].join('\n');

// The first of them makes all scenes and tries everything in them.
test.each(verbNames)('the page of «%s»', { timeout: 60_000 }, async (name) => {
  await expect(`${pageOf(name)}\n`).toMatchFileSnapshot(`../golden/${name}.txt`);
});
