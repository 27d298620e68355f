import { Button } from 'antd';
import { changeSettings, useSettings } from '../data/settings.ts';

/** Named in the language it switches to. */
export function LanguageSwitch() {
  const lang = useSettings((s) => s.lang);
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      size="small"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => changeSettings({ lang: other })}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
