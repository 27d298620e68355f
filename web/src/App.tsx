import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Activity, lazy, Suspense, useEffect } from 'react';
import { ownerOf, useSession } from './data/session.ts';
import { useSettings } from './data/settings.ts';
import { FirstPassword } from './session/FirstPassword.tsx';
import { SignInPage } from './session/SignInPage.tsx';
import { theme } from './theme.ts';

const Console = lazy(async () => ({ default: (await import('./frame/Console.tsx')).Console }));

export function App() {
  const { lang, textSize, density } = useSettings();
  const session = useSession();
  const mustChoose = session.state === 'in' && session.mustChangePassword === true;
  const owner = mustChoose ? null : ownerOf(session);
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
      {mustChoose ? <FirstPassword person={session.person} /> : null}
      {owner ? (
        // Hidden, it keeps what is being written and does nothing: neither sockets nor questions.
        <Activity mode={session.state === 'in' ? 'visible' : 'hidden'}>
          <Suspense fallback={null}>
            <Console key={owner.id} />
          </Suspense>
        </Activity>
      ) : null}
      {session.state === 'out' || session.state === 'ended' ? <SignInPage notice={session.notice} /> : null}
    </ConfigProvider>
  );
}
