import { roleTerms } from '@hotline/shared/catalog/terms';
import { Button } from 'antd';
import { LanguageSwitch } from '../session/LanguageSwitch.tsx';
import { useCatalog } from '../stores/catalog.ts';
import { signOut, usePerson } from '../stores/session.ts';
import { useT, useTerm } from '../text/translate.ts';
import { LivePill } from '../ui/LivePill.tsx';
import { GlobalSearch } from './GlobalSearch.tsx';
import { QueueCounts } from './QueueCounts.tsx';
import { TextSize } from './TextSize.tsx';

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const t = useT();
  const term = useTerm();
  const person = usePerson();
  const centreName = useCatalog((s) => s.centreName);
  const roles = [...new Set(person.grants.map((g) => term(roleTerms, g.role)))].join('、');
  return (
    <header className="top-bar">
      <a className="skip" href="#page">
        {t('frame.skip')}
      </a>
      <span className="brand">12345{centreName ? ` · ${centreName}` : ''}</span>
      <GlobalSearch />
      <QueueCounts />
      <LivePill />
      <TextSize />
      <LanguageSwitch />
      <Button type="text" size="small" onClick={onHelp} aria-label={t('keys.title')}>
        ?
      </Button>
      <span className="who" title={roles}>
        {person.name} <span className="muted">{roles}</span>
      </span>
      <Button size="small" onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
    </header>
  );
}
