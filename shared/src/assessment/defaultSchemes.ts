import type { Scheme, SchemeSet } from './schemes.ts';

/**
 * The schemes a new centre starts with. 三率: Beijing's 响应率 0.1, 解决率 0.5 and 满意率 0.4. 绩效考核: the usual four
 * shares, with points off for rework and for every percent begun under 95 % answered in time.
 */
export const defaultSchemes = (): SchemeSet => ({
  version: 1,
  fairlyTenths: 9,
  schemes: [threeRates, performance],
});

const threeRates: Scheme = {
  id: 'three-rates',
  name: '三率考核',
  nameEn: 'Three rates',
  monthStart: 1,
  parts: [
    { figure: 'contactRate', weight: 10 },
    { figure: 'resolutionRate', weight: 50 },
    { figure: 'satisfactionRate', weight: 40 },
  ],
  deductions: [],
  groups: [],
  leastCount: 10,
};

const performance: Scheme = {
  id: 'performance',
  name: '绩效考核',
  nameEn: 'Performance',
  monthStart: 1,
  parts: [
    { figure: 'departmentTimelyReplyRate', weight: 40 },
    { figure: 'timelySigningRate', weight: 10 },
    { figure: 'resolutionRate', weight: 25 },
    { figure: 'satisfactionRate', weight: 25 },
  ],
  deductions: [
    { by: 'step', figure: 'departmentTimelyReplyRate', line: 9_500, step: 100, points: 50, cap: 500 },
    { by: 'each', figure: 'reworkRate', part: 'met', points: 20, cap: 300 },
  ],
  groups: [],
  leastCount: 10,
};
