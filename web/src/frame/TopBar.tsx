import { roleTerms } from '@hotline/shared/catalog/terms';
import { departmentHeads } from '@hotline/shared/people/roles';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { signOut } from '../data/signing.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { paths } from '../paths.ts';
import { LanguageSwitch } from '../session/LanguageSwitch.tsx';
import { useT, useTerm } from '../text/translate.ts';
import { LivePill } from '../ui/LivePill.tsx';
import { useWide } from '../ui/useWide.ts';
import { PaletteButton } from './PaletteButton.tsx';
import { QueueCounts } from './QueueCounts.tsx';
import { TextSize } from './TextSize.tsx';

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const t = useT();
  const term = useTerm();
  const person = usePerson();
  const { box, isWide } = useWide<HTMLElement>(73.5);
  const centreName = useCatalog((s) => s.centreName);
  // A head is a clerk too; the one word says both.
  const heads = hasRole(person, departmentHeads);
  const held = new Set(person.grants.map((g) => g.role).filter((role) => !heads || role !== 'handler'));
  const roles = [...held].map((role) => term(roleTerms, role)).join(t('list.or'));
  return (
    <header className={isWide ? 'top-bar is-wide' : 'top-bar'} ref={box}>
      <a className="skip" href="#page">
        {t('frame.skip')}
      </a>
      <span className="brand">12345{centreName ? ` · ${centreName}` : ''}</span>
      <PaletteButton />
      <QueueCounts />
      <LivePill />
      <TextSize />
      <LanguageSwitch />
      <Button className="key-help" type="text" size="small" onClick={onHelp}>
        {t('keys.title')} <CommandKey name="help" />
      </Button>
      <Link className="who" title={`${roles} · ${t('settings.title')}`} to={paths.settings()}>
        {person.name} {person.name === roles ? null : <span className="muted">{roles}</span>}
      </Link>
      <Button size="small" onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
    </header>
  );
}
