import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Field } from './Field.tsx';

const shown = (value: string) =>
  renderToStaticMarkup(
    <Field label="内容" hint="提示">
      {(wiring) => (
        <textarea id={wiring.id} aria-describedby={wiring['aria-describedby']} maxLength={5} value={value} readOnly />
      )}
    </Field>,
  );

test('a text that is too long stays whole and is told by how much', () => {
  expect(shown('一二三四五六七')).toContain('一二三四五六七</textarea>');
  expect(shown('一二三四五六七')).toMatch(/7.*5.*2/);
  expect(shown('一二三四五六七')).not.toContain('maxLength');
  expect(shown('😀😀😀😀😀')).toContain('提示');
  // Characters that nobody sees are not kept, so they do not count.
  expect(shown('一二三四\u202e五\u202c')).toContain('提示');
});
