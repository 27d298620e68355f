import { type Role, roleTerms } from '@hotline/shared/catalog/terms';
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
        {demo.people.map((person) => (
          <li key={person.username}>
            <Button size="small" onClick={() => onPick(person.username)}>
              {person.name}
              <span className="muted">
                {person.role in roleTerms ? term(roleTerms, person.role as Role) : person.role} · {person.username}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
