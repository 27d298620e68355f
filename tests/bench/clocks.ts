import { compileCalendar } from '@hotline/shared/time/calendar/calendar';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import { workingMinutesBetween } from '@hotline/shared/time/calendar/workingMinutes';
import { deadline } from '@hotline/shared/time/deadline';
import { toInstant } from '@hotline/shared/time/instant';
import type { Limit } from '@hotline/shared/time/limit';
import { defaultRules } from '@hotline/shared/time/rules/defaultRules';

/**
 * A million due dates and as many elapsed working times over fourteen years must cost less than two seconds. Processor
 * time decides: on a shared machine the clock on the wall measures the neighbours.
 */
const count = 1_000_000;
const mustMs = 2_000;

const cal = compileCalendar(stateCouncilCalendar('bench'));
const limits: Limit[] = defaultRules([]).flatMap((r) => [r.replyLimit, r.signLimit, r.dispatchLimit]);
const first = Date.UTC(2013, 0, 1);
const span = Date.UTC(2026, 10, 1) - first;
// Starts all over the years, made before the clock runs: the sequence is the same in every run.
const starts = Array.from({ length: 10_000 }, (_, i) =>
  toInstant(first + Math.floor(((i * 0.6180339887498949) % 1) * span)),
);

const startedAt = performance.now();
const usedBefore = process.cpuUsage();
let minutes = 0;
for (let i = 0; i < count; i++) {
  const from = starts[i % starts.length] as string;
  minutes += workingMinutesBetween(cal, from, deadline(cal, from, limits[i % limits.length] as Limit));
}
const tookMs = Math.round(performance.now() - startedAt);
const used = process.cpuUsage(usedBefore);
const cpuMs = Math.round((used.user + used.system) / 1000);

console.log(JSON.stringify({ deadlines: count, elapsed: count, cpuMs, tookMs, mustMs, minutes, ok: cpuMs < mustMs }));
if (cpuMs >= mustMs) process.exitCode = 1;
