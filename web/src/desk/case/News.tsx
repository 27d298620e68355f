import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { Alert } from 'antd';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { clock } from '../../ui/localTime.ts';
import { dismissNews, type Timeline } from './openCase.ts';
import { sentenceOf } from './timelineWords.ts';

/** What others did while the case was open: said, never slipped in. */
export function News({ news, answer }: { news: Timeline; answer: CaseAnswer }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  if (news.length === 0) return null;
  const lines = news.map((e) => `${clock(e.at, offset)} ${sentenceOf(e, answer, departmentName, lang)}`);
  return (
    <Alert
      type="warning"
      role="status"
      title={t('case.changed', { what: lines.join(t('list.then')) })}
      closable={{ onClose: dismissNews }}
    />
  );
}
