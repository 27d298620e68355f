import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { useSession } from './data/session.ts';
import { useSettings } from './data/settings.ts';
import { FirstPassword } from './session/FirstPassword.tsx';
import { SignInPage } from './session/SignInPage.tsx';
import { theme } from './theme.ts';

const Console = lazy(async () => ({ default: (await import('./frame/Console.tsx')).Console }));

export function App() {
  const { lang, textSize, density } = useSettings();
  const session = useSession();
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.style.fontSize = `${textSize}px`;
    document.documentElement.dataset['density'] = density;
  }, [lang, textSize, density]);
  return (
    <ConfigProvider
      locale={lang === 'zh' ? zhCN : enUS}
      theme={theme(textSize)}
      componentSize={density === 'compact' ? 'small' : 'middle'}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {session.state === 'in' && session.mustChangePassword ? (
        <FirstPassword person={session.person} />
      ) : session.state === 'in' ? (
        <Suspense fallback={null}>
          <Console key={session.person.id} />
        </Suspense>
      ) : session.state === 'out' ? (
        <SignInPage notice={session.notice} />
      ) : null}
    </ConfigProvider>
  );
}
