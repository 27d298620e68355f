import { lateEntryFlaw } from '@hotline/shared/ticket/lateEntry';
import { whys } from '@hotline/shared/ticket/why';
import { serverNowMs } from '../data/liveState.ts';
import { useSettings } from '../data/settings.ts';

/** Says why what was received then cannot be entered late, in the words of the server's refusal; undefined: it can. */
export function useLateFlaw(): (receivedAt: string) => string | undefined {
  const lang = useSettings((s) => s.lang);
  return (receivedAt) => {
    const why = lateEntryFlaw(receivedAt, new Date(serverNowMs()).toISOString());
    return why ? whys[why][lang === 'zh' ? 1 : 2] : undefined;
  };
}
