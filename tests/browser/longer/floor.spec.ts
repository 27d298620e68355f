import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compat from 'core-js-compat';
import { parseAst } from 'vite';
import { expect, inject, test } from 'vitest';
import { browserFloor } from '../../../web/src/browserFloor.ts';
import { additions } from '../../../web/src/olderBrowsers.ts';
import { launch } from '../../support/browser.ts';
import { openBrowserCity } from '../../support/browserCity.ts';

/** What was built for this run, apart from the additions themselves. */
const built = (extension: string) =>
  readdirSync(join(inject('webRoot'), 'assets'))
    .filter((name) => name.endsWith(extension) && !name.startsWith('olderBrowsers'))
    .map((name) => ({ name, text: readFileSync(join(inject('webRoot'), 'assets', name), 'utf8') }));

/** Older browsers know these too; what is younger is a correction of them that nothing here needs. */
const onlyCorrected = /\.(push|unshift|includes|parse|stringify|flags|cause|constructor)$/;
/** What libraries call so is a function of their own: the union of two rectangles. */
const ofLibraries = new Set(['Set.prototype.union']);

/** What is younger than the oldest browsers, by its name in `additions`, and how its use reads in built code. */
function younger(): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  for (const module of compat({ targets: browserFloor, modules: ['core-js/actual'] }).list) {
    const [kind, owner = '', word = ''] = module.split('.');
    if (kind !== 'es' || word === '' || onlyCorrected.test(module)) continue;
    const type = globals.get(owner.replaceAll('-', ''));
    if (type === undefined) continue;
    const member = camel(word === 'at-alternative' ? 'at' : word);
    const isStatic = Object.hasOwn(globalThis, type) && member in Reflect.get(globalThis, type);
    const name = isStatic ? `${type}.${member}` : `${type}.prototype.${member}`;
    // Lists have most of these names too, so only a call on an iterator itself is one.
    const before = type === 'Iterator' ? '\\.(values|keys|entries)\\(\\)' : '';
    found.set(name, isStatic ? new RegExp(`\\b${type}\\.${member}\\b`) : new RegExp(`${before}\\.${member}\\(`));
  }
  return found;
}
/** `Map` by `map`: the names of the language by those of their polyfills. */
const globals = new Map(Object.getOwnPropertyNames(globalThis).map((name) => [name.toLowerCase(), name]));
const camel = (words: string) => words.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

test('what the built pages use and older browsers lack is exactly what is added to them', () => {
  const scripts = built('.js');
  const used = [...younger()].filter(
    ([name, use]) => !ofLibraries.has(name) && scripts.some(({ text }) => use.test(text)),
  );
  expect(used.map(([name]) => name).toSorted()).toEqual(Object.keys(additions).toSorted());
});

test('of what only younger browsers or secure pages have, the built pages use nothing', () => {
  const absent =
    /structuredClone\(|AbortSignal\.(timeout|any)\b|throwIfAborted|randomUUID|crypto\.subtle|\.checkVisibility\(|showModal\(|showPopover\(|URL\.(canParse|parse)\(|requestIdleCallback\(|new Intl\.Segmenter|serviceWorker|mediaDevices/;
  for (const { name, text } of built('.js'))
    expect(`${name}: ${absent.exec(text)?.[0] ?? 'none'}`).toBe(`${name}: none`);
});

test('no pattern looks behind itself, which older Safari cannot read', () => {
  for (const { name, text } of built('.js')) expect(`${name}: ${lookingBehind(text).join(' ')}`).toBe(`${name}: `);
});

test('style sheets use nothing that older browsers drop, unless they ask first whether it is known', () => {
  const young =
    /:has\(|@container|container-type|@layer|color-mix\(|oklch|\d(d|s|l)v[hw]\b|@scope|@starting-style|light-dark\(|(^|[{};])\s*&/;
  for (const { name, text } of built('.css')) {
    const unasked = text.replaceAll(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '');
    expect(`${name}: ${young.exec(unasked)?.[0] ?? 'none'}`).toBe(`${name}: none`);
  }
});

test('a browser that is too old is told so, and how to get on, in place of a white page', async () => {
  const city = await openBrowserCity();
  const browser = await launch();
  try {
    for (const tooOld of [
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/69.0.3497.100 Safari/537.36',
      'weak',
    ]) {
      const context = await browser.newContext(tooOld === 'weak' ? {} : { userAgent: tooOld });
      if (tooOld === 'weak') await context.addInitScript('delete window.WeakRef');
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${city.base}/desk/dispatch`);
      await page.getByRole('heading', { name: '这台电脑的浏览器版本太旧，打不开热线系统' }).waitFor();
      await page.getByText('奇安信可信浏览器').waitFor();
      expect(await page.locator('#browser').textContent()).toBe(await page.evaluate(() => navigator.userAgent));
      expect(await page.getByRole('link', { name: '市民网页' }).getAttribute('href')).toBe('/portal');
      expect(await page.getByLabel('用户名').count()).toBe(0);
      expect(problems).toEqual([]);
      await context.close();
    }
  } finally {
    await browser.close();
    await city.close();
  }
});

test('what says so is written in words that the oldest browsers read', () => {
  const text = readFileSync(join(inject('webRoot'), 'console/floor.js'), 'utf8');
  expect(text).not.toMatch(/=>|`|\b(const|let|class|async|await)\b|\?\.|\?\?|\.\.\./);
});

function lookingBehind(code: string): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { regex } = value as { regex?: { pattern?: string } };
    if (regex?.pattern && /\(\?<[=!]/.test(regex.pattern)) found.push(regex.pattern);
    for (const part of Object.values(value)) look(part);
  };
  look(parseAst(code));
  return found;
}
