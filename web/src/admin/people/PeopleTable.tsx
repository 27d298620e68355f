import type { StaffMember } from '@hotline/shared/api/admin/people';
import { roleTerms } from '@hotline/shared/catalog/terms';
import { api, sentenceOf } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { useNow } from '../../ui/useNow.ts';
import { useScopes } from './scopes.ts';

type Props = {
  people: readonly StaffMember[];
  onOpen: (open: { what: 'rights' | 'reset' | 'disable'; person: StaffMember }) => void;
  onDone: (person: StaffMember) => void;
  onFailed: (sentence: string) => void;
};

export function PeopleTable({ people, onOpen, onDone, onFailed }: Props) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { nameOf } = useScopes();
  const nowMs = useNow();
  const isLocked = (p: StaffMember) => p.lockedUntil !== null && Date.parse(p.lockedUntil) > nowMs;
  const enable = (p: StaffMember) =>
    void api
      .call('enablePerson', { params: { id: p.id } })
      .then(onDone)
      .catch((error: unknown) => onFailed(sentenceOf(error)));
  return (
    <table className="plain">
      <caption className="visually-hidden">{t('admin.people')}</caption>
      <thead>
        <tr>
          {(['who.name', 'who.username', 'who.rights', 'who.lastSeen', 'who.state', 'rule.actions'] as const).map(
            (key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((p) => (
          <tr key={p.id}>
            <th scope="row">{p.name}</th>
            <td>{p.username}</td>
            <td>
              {[...Map.groupBy(p.grants, (g) => g.path)]
                .map(([path, grants]) => `${nameOf(path)}：${grants.map((g) => term(roleTerms, g.role)).join('、')}`)
                .join('；')}
            </td>
            <td>{p.lastSeenAt ? dayAndClock(p.lastSeenAt, offset) : t('who.never')}</td>
            <td>
              {p.disabledAt ? (
                <span className="tag tone-paused">{t('who.disabled')}</span>
              ) : isLocked(p) ? (
                <span className="tag tone-urgent">{t('who.locked')}</span>
              ) : (
                t('who.enabled')
              )}
            </td>
            <td>
              <div className="row-actions">
                <Act p={p} words={t('who.rights')} onClick={() => onOpen({ what: 'rights', person: p })} />
                <Act p={p} words={t('who.reset')} onClick={() => onOpen({ what: 'reset', person: p })} />
                {p.disabledAt || isLocked(p) ? (
                  <Act p={p} words={t(p.disabledAt ? 'who.enable' : 'who.unlock')} onClick={() => enable(p)} />
                ) : (
                  <Act p={p} words={t('who.disable')} onClick={() => onOpen({ what: 'disable', person: p })} />
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Act = ({ p, words, onClick }: { p: StaffMember; words: string; onClick: () => void }) => (
  <button type="button" className="link-button" aria-label={`${words} ${p.name}`} onClick={onClick}>
    {words}
  </button>
);
