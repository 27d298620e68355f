import { departmentTimelyReplyRate } from './departmentTimelyReplyRate.ts';
import type { Figure } from './figure.ts';
import { timelyReplyRate } from './timelyReplyRate.ts';

/** Every published figure. */
export const figures = { timelyReplyRate, departmentTimelyReplyRate } as const satisfies Record<string, Figure>;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];
