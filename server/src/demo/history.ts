import type { Store } from '@hotline/db/store/open';
import { type Hotline, openHotline } from '../app/hotline.ts';
import { sweep } from '../jobs/alarms.ts';
import { openChance } from './chance.ts';
import * as centre from './life/centre.ts';
import * as department from './life/department.ts';
import { day, type Errand, hour, type Step, type StepName, type World } from './life/world.ts';
import { matters } from './matters.ts';

const steps: Readonly<Record<StepName, Step>> = { ...centre, ...department };

/** Calls of the last hours before `now`, beside the day's: so that every desk has work on it when the demo opens. */
const lastHours = { calls: 24, ms: 3 * hour };

/** Thirty days in the life of the city, in order of time, every change through the same verbs its people use. */
export async function liveThrough(store: Store, now: string, days: number, perDay: number): Promise<number> {
  const chance = openChance(12345);
  const end = Date.parse(now);
  let clock = end - days * day;
  const hotline: Hotline = { ...(await openHotline(store)), now: () => new Date(clock).toISOString() };
  const tasks: { at: number; errand: Errand }[] = [];
  const add = (at: number, errand: Errand) => {
    if (at < end) tasks.push({ at, errand });
  };
  const world: World = { hotline, chance, clock: () => clock, plan: (inMs, errand) => add(clock + inMs, errand) };
  const calls = (at: number) => add(at, { step: 'call', id: '', code: '', matter: matters(chance) });
  for (let d = 0; d < days; d++) {
    for (let i = 0; i < perDay; i++) calls(end - (days - d) * day + chance.between(0, day));
  }
  for (let i = 0; i < Math.min(lastHours.calls, perDay); i++) calls(end - chance.between(0, lastHours.ms));
  let swept = clock;
  let done = 0;
  while (tasks.length > 0) {
    let first = 0;
    for (let i = 1; i < tasks.length; i++) if ((tasks[i]?.at ?? 0) < (tasks[first]?.at ?? 0)) first = i;
    const [task] = tasks.splice(first, 1);
    if (!task) break;
    if (task.at - swept > hour) {
      clock = swept = task.at;
      await sweep(hotline);
    }
    clock = task.at;
    await steps[task.errand.step](world, task.errand);
    done += 1;
  }
  clock = end;
  await sweep(hotline);
  await hotline.writer.close();
  return done;
}
