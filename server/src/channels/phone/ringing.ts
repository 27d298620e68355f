import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '@hotline/shared/telephony/report';
import { citizenPhone } from '../../demo/city/citizens.ts';

export type Outcome = 'answered' | 'abandoned';
type Simulated = {
  report: (body: Report) => Promise<void>;
  /** Which of the invented citizens rings. */
  number: number;
  agent: string;
  talkMs: number;
};

/** One simulated call from the first ring to the recording; every tenth caller gives up, the others are answered soon. */
export async function ringing({ report, number, agent, talkMs }: Simulated): Promise<Outcome> {
  const callId = `sim-${randomUUID()}`;
  const about = { callId, from: citizenPhone(number), to: '12345', direction: 'in' as const, queue: '综合受理' };
  await report({ ...about, event: 'newCall', agent });
  await wait(1_500 + (number % 7) * 600);
  if (number % 10 === 9) {
    await report({ ...about, event: 'hangup', cause: 'cancel' });
    return 'abandoned';
  }
  await report({ ...about, event: 'answer', agent });
  await wait(talkMs * (0.6 + (number % 9) / 10));
  await report({ ...about, event: 'hangup', cause: 'normalClearing' });
  await report({ ...about, event: 'recording', recording: `${callId}.wav` });
  return 'answered';
}
