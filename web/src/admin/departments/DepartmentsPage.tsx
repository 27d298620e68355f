import type { AdminDepartment } from '@hotline/shared/api/admin/departments';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { api, sentenceOf } from '../../data/api.ts';
import { loadCatalog } from '../../data/catalog.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { found } from '../../ui/PickSelect.tsx';
import { DepartmentForm } from './DepartmentForm.tsx';

type Open = { what: 'add'; parentId: string | null } | { what: 'edit' | 'retire'; department: AdminDepartment };

/** 承办单位: the tree, with what each holds. */
export function DepartmentsPage() {
  const t = useT();
  const [q, setQ] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { value, message, again } = useRead('departments', {});
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;

  const done = (department: AdminDepartment) => {
    setSaid(t('who.done', { name: department.name }));
    setFailed(null);
    setOpen(null);
    void again();
    void loadCatalog();
  };
  const restore = (d: AdminDepartment) =>
    void api
      .call('restoreDepartment', { params: { id: d.id } })
      .then(done)
      .catch((error: unknown) => setFailed(sentenceOf(error)));
  const rows = treeOf(value.items).filter(
    (d) =>
      (withRetired || d.retiredAt === null) &&
      (q === '' || found(q, { label: `${d.name} ${d.shortName} ${d.duties ?? ''}` })),
  );
  return (
    <>
      <div className="admin-bar">
        <Input
          className="note"
          aria-label={t('dep.search')}
          placeholder={t('dep.search')}
          value={q}
          onChange={(e) => setQ(e.target.value)}
        />
        <label className="choice-option">
          <input type="checkbox" checked={withRetired} onChange={(e) => setWithRetired(e.target.checked)} />
          {t('dep.showRetired')}
        </label>
        <span role="status">{said}</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen({ what: 'add', parentId: null })}>
          {t('dep.add')}
        </Button>
      </div>
      {failed ? <Alert type="error" role="alert" title={failed} /> : null}
      <table className="plain">
        <caption className="visually-hidden">{t('admin.departments')}</caption>
        <thead>
          <tr>
            {(
              [
                'dep.name',
                'dep.shortName',
                'dep.phone',
                'dep.duties',
                'dep.approvalHead',
                'dep.open',
                'rule.actions',
              ] as const
            ).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((d) => (
            <tr key={d.id}>
              <th scope="row" style={{ paddingLeft: `${0.6 + depthOf(d) * 1.4}rem` }}>
                {d.name} {d.retiredAt ? <span className="tag tone-paused">{t('dep.retired')}</span> : null}
              </th>
              <td>{d.shortName}</td>
              <td className="nowrap">{d.phone}</td>
              <td>{d.duties}</td>
              <td>{t(d.requiresApproval ? 'dep.approvalYes' : 'dep.approvalNo')}</td>
              <td>{d.open}</td>
              <td>
                <div className="row-actions">
                  {d.retiredAt ? (
                    <Act d={d} words={t('dep.restore')} onClick={() => restore(d)} />
                  ) : (
                    <>
                      <Act d={d} words={t('admin.edit')} onClick={() => setOpen({ what: 'edit', department: d })} />
                      <Act d={d} words={t('dep.addBelow')} onClick={() => setOpen({ what: 'add', parentId: d.id })} />
                      <Act d={d} words={t('dep.retire')} onClick={() => setOpen({ what: 'retire', department: d })} />
                    </>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="muted">{t('admin.none')}</p> : null}
      {open?.what === 'add' || open?.what === 'edit' ? (
        <DepartmentForm
          department={open.what === 'edit' ? open.department : null}
          parentId={open.what === 'add' ? open.parentId : open.department.parentId}
          onDone={done}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.what === 'retire' ? (
        <Retire department={open.department} onDone={done} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

type RetireProps = { department: AdminDepartment; onDone: (d: AdminDepartment) => void; onClose: () => void };

function Retire({ department, onDone, onClose }: RetireProps) {
  const t = useT();
  const retire = async () => onDone(await api.call('retireDepartment', { params: { id: department.id } }));
  return (
    <ConfirmDialog
      title={t('dep.retireTitle', { name: department.name })}
      okText={t('dep.retire')}
      act={retire}
      onClose={onClose}
    >
      <p>{t('dep.retireNote')}</p>
    </ConfirmDialog>
  );
}

const Act = ({ d, words, onClick }: { d: AdminDepartment; words: string; onClick: () => void }) => (
  <button type="button" className="link-button" aria-label={`${words} ${d.name}`} onClick={onClick}>
    {words}
  </button>
);

/** Parents before their children, in the order they were founded. */
function treeOf(departments: readonly AdminDepartment[]): AdminDepartment[] {
  const below = Map.groupBy(departments, (d) => d.parentId);
  const walk = (parentId: string | null): AdminDepartment[] =>
    (below.get(parentId) ?? []).flatMap((d) => [d, ...walk(d.id)]);
  return walk(null);
}

/** `fz.urban.lamps.` lies one below `fz.urban.`. */
const depthOf = (d: AdminDepartment) => (d.parentId === null ? 0 : Math.max(1, d.path.split('.').length - 3));
