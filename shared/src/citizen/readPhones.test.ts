import fc from 'fast-check';
import { expect, test } from 'vitest';
import { landlineForms } from './landlineForms.test-support.ts';
import { mobileForms } from './mobileForms.test-support.ts';
import { saysNoPhone } from './noPhone.ts';
import { dialled } from './numbers.ts';
import { otherForms, unreadableForms } from './otherForms.test-support.ts';
import { phoneFields, revealedPhone } from './phoneFields.ts';
import { readPhones } from './readPhones.ts';

const read = (raw: string, areaCode: string | null = '0591') =>
  readPhones(raw, areaCode)
    .map(({ phone, extension }) => (extension === null ? phone : `${phone}x${extension}`))
    .join(' ');

const rows = Object.entries({ ...mobileForms, ...landlineForms, ...otherForms }).flatMap(([value, forms]) =>
  forms.map((raw) => [raw, value] as const),
);

test.each(rows)('%j is %s', (raw, value) => {
  expect(read(raw)).toBe(value);
});

test.each(unreadableForms)('%j is kept as it came', (raw) => {
  expect(read(raw)).toBe('');
});

test('there are more than three hundred forms in the table', () => {
  expect(new Set([...rows.map(([raw]) => raw), ...unreadableForms]).size).toBeGreaterThan(400);
});

test('a number that was read is read again from what is kept of it and from what is shown of it', () => {
  for (const [raw] of rows)
    for (const { phone, extension } of readPhones(raw, '0591')) {
      expect([phone, read(phone)]).toEqual([phone, phone]);
      const shown = dialled(phone, extension);
      expect([shown, read(shown)]).toEqual([shown, extension === null ? phone : `${phone}x${extension}`]);
    }
});

test('a number without an area code is one of the centre, and of nobody where the centre has not said where it is', () => {
  expect(read('87654321', '0755')).toBe('+86755-87654321');
  expect(read('62345678', '010')).toBe('+8610-62345678');
  expect(read('2345678', '0596')).toBe('+86596-2345678');
  expect(read('2345678', '010')).toBe('');
  expect(read('87654321', null)).toBe('');
  expect(read('0591-87654321', null)).toBe('+86591-87654321');
});

test('a caller who withheld his number has none, which is not a number that cannot be read', () => {
  const none = [
    '',
    ' - ',
    'anonymous',
    '<unknown>',
    'sip:anonymous@anonymous.invalid',
    'Private',
    '无',
    '未提供',
    '——',
  ];
  for (const raw of none) expect([raw, saysNoPhone(raw)]).toEqual([raw, true]);
  for (const raw of ['138****8000', '8001', '张先生', '无锡87654321', '0'])
    expect([raw, saysNoPhone(raw)]).toEqual([raw, false]);
});

test('whatever is written, reading it never throws, and every number read is in the shape that is kept', () => {
  const odd = fc.array(
    fc.oneof(
      fc.constantFrom(...'0123456789+-()（）转,，、x#*@;:= .E\u202d一分机'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 40 },
  );
  const shape = /^(?:\+861[3-9]\d{9}|\+86[48]00\d{7}|\+86\d{2,3}-\d{5,8}|\+(?!86)\d{8,15}|\d{3,8})$/;
  fc.assert(
    fc.property(odd, (letters) => {
      return readPhones(letters.join(''), '0591').every(
        ({ phone, extension }) => shape.test(phone) && (extension === null || /^\d{1,8}(?:-\d{1,8})*$/.test(extension)),
      );
    }),
    { numRuns: Number(process.env['HOTLINE_RUNS'] ?? 1_000) },
  );
}, 600_000);

test('what was written is told beside the number only where it tells more', () => {
  const told = (raw: string) => revealedPhone(phoneFields(raw, '0591'));
  for (const raw of ['13800138000', '+86 138 0013 8000', '１３８００１３８０００', 'sip:013800138000@10.0.0.1'])
    expect(told(raw)).toEqual({ phone: '+8613800138000' });
  expect(told('0591-87654321转8')).toEqual({ phone: '+86591-87654321', extension: '8' });
  expect(told('13800138000（张先生）')).toEqual({ phone: '+8613800138000', written: '13800138000（张先生）' });
  expect(told('13800138000、13900139000').written).toBe('13800138000、13900139000');
  expect(told('138****8000')).toEqual({ phone: null, written: '138****8000' });
  expect(told('无')).toEqual({ phone: null });
  const again = '0591-87654321转8001'.repeat(4);
  expect(told(again)).toEqual({ phone: '+86591-87654321', written: again });
});
