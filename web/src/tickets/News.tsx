import { Alert } from 'antd';
import { useCatalog } from '../stores/catalog.ts';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';
import { verbTerm } from '../text/verbs.ts';
import { clock } from '../ui/localTime.ts';
import { dismissNews, type Timeline } from './openCase.ts';

/** What others did while the case was open: said, never slipped in. */
export function News({ news }: { news: Timeline }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  if (news.length === 0) return null;
  const lines = news.map(
    (e) => `${clock(e.at, offset)} ${e.actorName ?? t(`actor.${actorKey(e.actorType)}`)} ${verbTerm(e.verb)[lang]}`,
  );
  return (
    <Alert
      type="warning"
      role="status"
      title={t('case.changed', { what: lines.join('；') })}
      closable={{ onClose: dismissNews }}
    />
  );
}

export const actorKey = (type: string) => (type === 'citizen' || type === 'system' ? type : 'person');
