import { type RoleName, roleTerms } from '@hotline/shared/catalog/terms';
import { Button } from 'antd';
import type { Demo } from '../api.ts';
import { useT, useTerm } from '../text/translate.ts';

/** The people of the demo city: one press signs in. */
export function DemoPeople({ demo, onPick }: { demo: Demo; onPick: (username: string) => void }) {
  const t = useT();
  const term = useTerm();
  return (
    <section className="demo-people" aria-labelledby="demo-people">
      <h2 id="demo-people">{t('signIn.demo')}</h2>
      <p>{t('signIn.demoPassword', { password: demo.password })}</p>
      <ul>
        {[...Map.groupBy(demo.people, (p) => p.username)].map(([username, grants]) => (
          <li key={username}>
            <Button size="small" onClick={() => onPick(username)}>
              {grants[0]?.name}
              <span className="muted">
                {grants.map((g) => term(roleTerms, g.role as RoleName)).join('、')} · {username}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
