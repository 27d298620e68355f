import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { verbNamed } from '@hotline/shared/ticket/lifecycle';
import { type VerbName, verbNames } from '@hotline/shared/ticket/verbs/index';
import { expect, test } from 'vitest';
import { commandNames, commands } from '../../keys/commands.ts';
import { actionKeyText, keyedActions, letterOf } from './actionKeys.ts';
import { arranged } from './arranged.ts';

const action = (name: VerbName, more: Partial<OpenAction> = {}): OpenAction => {
  const { term, termEn, about, button } = verbNamed(name);
  const prominence = typeof button?.prominence === 'string' ? button.prominence : 'secondary';
  return {
    ...{ name, term, termEn, about, target: null, version: 1, prominence, key: button?.key ?? null },
    ...{ disabledReason: null, disabledReasonEn: null, ...more },
  };
};
const letters = (actions: readonly OpenAction[], own = {}) =>
  [...keyedActions(actions, own)].map(([letter, { name, target }]) => [letter, name, target]);

test('a letter opens the same verb on every ticket, whatever else is offered there', () => {
  const [claim, reply, sign] = [action('claim'), action('reply'), action('sign')];
  expect(letters([sign, claim])).toEqual([
    ['q', 'sign', null],
    ['r', 'claim', null],
  ]);
  expect(letters([reply, claim, sign]).find(([letter]) => letter === 'q')).toEqual(['q', 'sign', null]);
});

test('what must wait has no letter; of two alike the first has it', () => {
  const wait = { disabledReason: '请先签收，再办理。', disabledReasonEn: 'Sign for it first.' };
  expect(letters([action('reply', wait)])).toEqual([]);
  expect(letters([action('sign', { target: 'd1' }), action('sign', { target: 'd2' })])).toEqual([['q', 'sign', 'd1']]);
});

test('a letter that the person gave to a command is that command’s', () => {
  expect(letters([action('sign')], { next: 'q' })).toEqual([]);
  expect(letters([action('sign')], { phrase: 'q' })).toEqual([['q', 'sign', null]]);
});

test('no verb has the key of a command that works in a list or everywhere', () => {
  const ofCommands: readonly string[] = commandNames
    .filter((name) => commands[name].where === 'list' || commands[name].where === 'everywhere')
    .flatMap((name) => commands[name].keys);
  const taken = verbNames.filter((name) => ofCommands.includes(verbNamed(name).button?.key?.toLowerCase() ?? ''));
  expect(taken).toEqual([]);
});

test('a capital is the letter with Shift, whatever Caps Lock says', () => {
  expect(letterOf({ key: 'T', shiftKey: false })).toBe('t');
  expect(letterOf({ key: 't', shiftKey: true })).toBe('T');
  expect([actionKeyText('t'), actionKeyText('T')]).toEqual(['t', 'Shift+T']);
});

test('what is awaited stands first, what ends an appeal last, behind what must wait', () => {
  const wait = { disabledReason: '退单次数未达上限，请正常派单。', disabledReasonEn: '' };
  const openActions = [
    action('withdraw'),
    action('designate', wait),
    action('merge'),
    action('claim'),
    action('dispatch'),
  ];
  const { main, more } = arranged({ openActions } as never);
  expect(main.map((a) => a.name)).toEqual(['dispatch', 'merge']);
  expect(more.map((a) => a.name)).toEqual(['claim', 'designate', 'withdraw']);
});
