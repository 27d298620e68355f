import { type RoleName, roleTerms } from '@hotline/shared/catalog/terms';
import { departmentStaff } from '@hotline/shared/people/roles';
import { Button } from 'antd';
import { useId } from 'react';
import type { Demo } from '../data/api.ts';
import { useT, useTerm } from '../text/translate.ts';
import { PickSelect } from '../ui/PickSelect.tsx';

/** The people of the demo city: one press signs in. Departments are many, so theirs are found by name. */
export function DemoPeople({ demo, onPick }: { demo: Demo; onPick: (username: string) => void }) {
  const t = useT();
  const term = useTerm();
  const id = useId();
  const people = [...Map.groupBy(demo.people, (p) => p.username)].map(([username, grants]) => ({
    username,
    name: grants[0]?.name ?? username,
    roles: grants.map((g) => term(roleTerms, g.role as RoleName)).join(t('list.or')),
    isOfDepartment: grants.every((g) => departmentStaff.some((role) => role === g.role)),
  }));
  return (
    <section className="demo-people" aria-labelledby="demo-people">
      <h2 id="demo-people">{t('signIn.demo')}</h2>
      <p>{t('signIn.demoPassword', { password: demo.password })}</p>
      <ul>
        {people
          .filter((p) => !p.isOfDepartment)
          .map(({ username, name, roles }) => (
            <li key={username}>
              <Button block onClick={() => onPick(username)}>
                <b>{name}</b>
                <span className="muted">{name.includes(roles) ? username : `${roles} · ${username}`}</span>
              </Button>
            </li>
          ))}
      </ul>
      <label htmlFor={id}>{t('signIn.departments')}</label>
      <PickSelect
        id={id}
        value={null}
        placeholder={t('signIn.findDepartment')}
        options={people
          .filter((p) => p.isOfDepartment)
          .map(({ username, name }) => ({ value: username, label: `${name} · ${username}` }))}
        onChange={(username) => {
          if (username) onPick(username);
        }}
      />
    </section>
  );
}
