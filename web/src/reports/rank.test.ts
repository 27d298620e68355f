import type { FigureDefinition, FigureRow } from '@hotline/shared/api/figures';
import { expect, test } from 'vitest';
import { inOrder } from './rank.ts';

const row = (key: string, rate: string | null, denominator: number) => ({ key, rate, denominator }) as FigureRow;
const order = (better: 'high' | 'low', ...rows: FigureRow[]) =>
  inOrder({ definition: { measure: 'rate', better } as FigureDefinition, rows }).map(({ key, rank }) => [key, rank]);

test('the best department comes first, equal rates share a rank, and few have none', () => {
  const rows = [row('urban', '98.00', 50), row('water', '99.50', 80), row('gas', '100.00', 3), row('tax', '98.00', 90)];
  expect(order('high', ...rows)).toEqual([
    ['water', 1],
    ['tax', 2],
    ['urban', 2],
    ['gas', null],
  ]);
});

test('where less is better the fewest returns come first, and nothing due comes last', () => {
  expect(order('low', row('urban', '8.00', 50), row('none', null, 0), row('water', '0.00', 80))).toEqual([
    ['water', 1],
    ['urban', 2],
    ['none', null],
  ]);
});
