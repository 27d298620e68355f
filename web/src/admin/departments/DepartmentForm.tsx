import { type AdminDepartment, departmentRoutes } from '@hotline/shared/api/admin/departments';
import { maxLengthOf } from '@hotline/shared/schema';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useAct } from '../../ui/useAct.ts';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';

type Props = {
  /** Null: a new one. */
  department: AdminDepartment | null;
  parentId: string | null;
  onDone: (department: AdminDepartment) => void;
  onClose: () => void;
};

const words = departmentRoutes.addDepartment.body.properties;

export function DepartmentForm({ department, parentId: givenParent, onDone, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const { departmentOptions } = useCatalog();
  const [parentId, setParentId] = useState(givenParent);
  const [name, setName] = useState(department?.name ?? '');
  const [shortName, setShortName] = useState(department?.shortName ?? '');
  const [phone, setPhone] = useState(department?.phone ?? '');
  const [duties, setDuties] = useState(department?.duties ?? '');
  const [requiresApproval, setRequiresApproval] = useState(department?.requiresApproval ?? false);
  const [tried, setTried] = useState(false);
  const { busy, message, run } = useAct();
  const flaws = {
    name: flawOf(words.name, name),
    shortName: flawOf(words.shortName, shortName),
    phone: flawOf(words.phone, phone, false),
    duties: flawOf(words.duties, duties, false),
  };
  const save = () => {
    setTried(true);
    if (Object.values(flaws).some(Boolean)) return;
    const body = {
      name: name.trim(),
      shortName: shortName.trim(),
      phone: phone.trim() || null,
      duties: duties.trim() || null,
      requiresApproval,
    };
    run(async () =>
      onDone(
        department
          ? await api.call('changeDepartment', { params: { id: department.id }, body })
          : await api.call('addDepartment', { body: { ...body, parentId } }),
      ),
    );
  };
  return (
    <FormDialog
      open
      title={department ? t('dep.editTitle', { name: department.name }) : t('dep.add')}
      busy={busy}
      message={message}
      onOk={save}
      onClose={onClose}
    >
      <Field label={t('dep.name')} required error={tried ? flaws.name : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            maxLength={maxLengthOf(words.name)}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
        )}
      </Field>
      <div className="form-row">
        <Field label={t('dep.shortName')} required error={tried ? flaws.shortName : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(words.shortName)}
              value={shortName}
              onChange={(e) => setShortName(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('dep.phone')} error={tried ? flaws.phone : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(words.phone)}
              value={phone}
              onChange={(e) => setPhone(e.target.value)}
            />
          )}
        </Field>
      </div>
      {department ? null : (
        <Field label={t('dep.parent')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={parentId}
              options={departmentOptions}
              placeholder={t('dep.noParent')}
              onChange={setParentId}
            />
          )}
        </Field>
      )}
      <Field label={t('dep.duties')} hint={t('dep.dutiesHint')} error={tried ? flaws.duties : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={maxLengthOf(words.duties)}
            value={duties}
            onChange={(e) => setDuties(e.target.value)}
          />
        )}
      </Field>
      <label className="choice-option">
        <input type="checkbox" checked={requiresApproval} onChange={(e) => setRequiresApproval(e.target.checked)} />
        {t('dep.approval')}
      </label>
    </FormDialog>
  );
}
