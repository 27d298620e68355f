import fc from 'fast-check';

/**
 * One seed for every property of a run, said before it begins: a run that is cut off, or fails after an hour, can be had
 * again with `HOTLINE_SEED`. Short runs keep what each property chose for itself and say nothing.
 */
const asked = process.env['HOTLINE_SEED'];
if (asked !== undefined || process.env['HOTLINE_RUNS'] !== undefined) {
  const known = globalThis as { hotlineSeed?: number };
  known.hotlineSeed ??= asked === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(asked);
  if (!Number.isSafeInteger(known.hotlineSeed)) throw new Error(`HOTLINE_SEED is no whole number: ${asked}`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: known.hotlineSeed });
  console.info(`HOTLINE_SEED=${known.hotlineSeed}`);
}
