import { expect, inject, test } from 'vitest';
import { killUnderLoad } from '../faults/killUnderLoad.ts';

test.skipIf(inject('postgresUrl') !== '')(
  'three kills under load: nothing acknowledged is lost, nothing is doubled',
  async () => {
    const report = await killUnderLoad(3);
    expect(report.broken).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(50);
    expect(Math.min(...report.restartMs)).toBeLessThan(2_000);
  },
);
