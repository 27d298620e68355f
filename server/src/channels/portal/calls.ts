import type { PortalCalls } from './routes.ts';

export type { FileInput, PortalCalls, Progress, Receipt } from './routes.ts';
export type Rating = Parameters<PortalCalls['rate']>[3];
export type Region = { readonly code: string; readonly name: string };

/** What the pages know of the centre beside the calls; without it they ask for no county and read the host's clock. */
export type SiteFacts = {
  regions?(): readonly Region[];
  /** Minutes east of UTC; 480 when not given. */
  utcOffsetMinutes?(): number;
  now?(): string;
};

/** What the pages ask of the hotline. Every call throws `Refusal` with a sentence the citizen can act on. */
export type PageCalls = PortalCalls & SiteFacts;
