import { provisionalNoticeDays } from '@hotline/shared/time/rules/coverage';
import { Alert, Button, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import { useSettings } from '../data/settings.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { type Lang, useT } from '../text/translate.ts';
import { ProxyWarning } from './ProxyWarning.tsx';

/** What is in force, and what will be missing before it is missed. */
export function AdminHomePage() {
  const t = useT();
  const { lang } = useSettings();
  const navigate = useNavigate();
  const { value: home, message } = useRead('adminHome', { query: {} });
  if (message) return <Alert type="error" title={message} />;
  if (!home) return <Skeleton className="late" />;
  const { provisional, missingYear, daysLeft } = home;
  const first = provisional[0];
  const names = provisional.filter((u) => u.from === first?.from).map((u) => `「${u.ruleName}」`);
  const soon = daysLeft !== null && daysLeft <= provisionalNoticeDays;
  return (
    <div className="admin-home">
      <ProxyWarning addresses={home.undeclaredProxies} />
      {first && soon ? (
        <Alert
          type={daysLeft === 0 ? 'error' : 'warning'}
          showIcon
          title={t(daysLeft === 0 ? 'home.warningNow' : 'home.warning', {
            year: missingYear,
            day: dayWords(first.from, lang),
            rules: names.join(lang === 'zh' ? '' : ', '),
          })}
          action={
            <Button
              type="primary"
              onClick={() => void navigate(paths.admin('calendar', { import: String(missingYear) }))}
            >
              {t('home.import', { year: missingYear })}
            </Button>
          }
        />
      ) : (
        <Alert type="success" showIcon title={t('home.fine', { days: daysLeft ?? provisionalNoticeDays })} />
      )}
      <ul className="admin-facts">
        <li>{t('home.calendar', { version: home.calendarVersion, to: home.calendarTo })}</li>
        <li>{t('home.rules', { version: home.rulesVersion, n: home.rules })}</li>
        <li>{t('home.people', { n: home.people })}</li>
        <li>{t('home.departments', { n: home.departments })}</li>
      </ul>
      <h2>{t('home.ahead')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('home.rule')}</th>
            <th scope="col">{t('home.until')}</th>
          </tr>
        </thead>
        <tbody>
          {provisional.map((u) => (
            <tr key={u.ruleId}>
              <th scope="row">{u.ruleName}</th>
              <td>{u.from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dayWords = (date: string, lang: Lang) =>
  lang === 'zh' ? `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日` : date;
