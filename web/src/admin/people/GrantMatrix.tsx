import { roleTerms } from '@hotline/shared/catalog/terms';
import type { Grant, Role } from '@hotline/shared/people/actor';
import { centreRoles, departmentStaff } from '@hotline/shared/people/roles';
import { useState } from 'react';
import { useT, useTerm } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useScopes } from './scopes.ts';

type Props = { grants: readonly Grant[]; onChange: (grants: Grant[]) => void };

/** Roles across, scopes down: the centre, and each department this person works for. */
export function GrantMatrix({ grants, onChange }: Props) {
  const t = useT();
  const { rows } = useScopes();
  const [added, setAdded] = useState<readonly string[]>([]);
  const centres = rows.filter((r) => r.isCentre);
  const chosen = rows.filter((r) => !r.isCentre && (added.includes(r.path) || grants.some((g) => g.path === r.path)));
  const free = rows.filter((r) => !r.isCentre && !chosen.includes(r));
  const has = (role: Role, path: string) => grants.some((g) => g.role === role && g.path === path);
  const toggle = (role: Role, path: string, on: boolean) => {
    const rest = grants.filter((g) => g.role !== role || g.path !== path);
    onChange(on ? [...rest, { role, path }] : rest);
  };
  return (
    <div className="matrix">
      <Matrix roles={centreRoles} rows={centres} has={has} onToggle={toggle} />
      {chosen.length > 0 ? <Matrix roles={departmentStaff} rows={chosen} has={has} onToggle={toggle} /> : null}
      <Field label={t('who.addDepartment')}>
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={null}
            options={free.map((r) => ({ value: r.path, label: r.name }))}
            onChange={(path) => {
              if (path === null) return;
              setAdded((paths) => [...paths, path]);
              toggle('handler', path, true);
            }}
          />
        )}
      </Field>
    </div>
  );
}

type MatrixProps = {
  roles: readonly Role[];
  rows: readonly { path: string; name: string }[];
  has: (role: Role, path: string) => boolean;
  onToggle: (role: Role, path: string, on: boolean) => void;
};

function Matrix({ roles, rows, has, onToggle }: MatrixProps) {
  const t = useT();
  const term = useTerm();
  return (
    <table className="plain">
      <caption className="visually-hidden">{t('who.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('who.scope')}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {term(roleTerms, role)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, name }) => (
          <tr key={path}>
            <th scope="row">{name}</th>
            {roles.map((role) => (
              <td key={role}>
                <input
                  type="checkbox"
                  className="matrix-box"
                  aria-label={`${name} ${term(roleTerms, role)}`}
                  checked={has(role, path)}
                  onChange={(e) => onToggle(role, path, e.target.checked)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
