import type { KnownPerson } from '@hotline/db/people/people';
import type { Hotline } from '../app/hotline.ts';

/** An account of the demo city that nobody has given a password of his own: where no demo is shown, it is nobody's. */
export const isClosedDemo = ({ demo }: Hotline, person: Pick<KnownPerson, 'demoAt'>): boolean =>
  !demo && person.demoAt !== null;

/** Shown on the sign-in page in demo mode only. */
export const demoPassword = 'hotline-demo';
/** As public as the password: what the simulator rings the demo city with. */
export const demoTelephonyToken = 'demo-telephony-token';
