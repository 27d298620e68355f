import type { CallView } from '@hotline/shared/telephony/call';
import type { useT } from '../text/translate.ts';

/** 「138****8000」, 「号码读不出：…」 with what the exchange sent, or that the caller withheld his number. */
export const shownNumber = (
  t: ReturnType<typeof useT>,
  { phone, unreadPhone }: Pick<CallView, 'phone' | 'unreadPhone'>,
): string => phone ?? (unreadPhone === null ? t('call.noNumber') : t('phone.unreadable', { written: unreadPhone }));
