import { figureReaders } from '@hotline/shared/people/roles';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { usePerson } from '../data/session.ts';
import { useT } from '../text/translate.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { type Asked, forgetExport, startExport, useExport } from './exports.ts';
import './exports.css';

type Question = Asked extends infer A ? (A extends Asked ? Omit<A, 'purpose'> : never) : never;

/** «导出»: asks what it is for, shows how far it has come, and hands over the file. What may leave, the server decides. */
export function ExportButton({ asked }: { asked: Question }) {
  const t = useT();
  const { grants } = usePerson();
  const [open, setOpen] = useState(false);
  const question = JSON.stringify(asked);
  const { job, message } = useExport(question);
  if (!grants.some(({ role }) => figureReaders.includes(role))) return null;
  const { status, rows = 0 } = job ?? {};
  const n = rows.toLocaleString('en-US');
  const label =
    status === 'running' ? t('export.busy', { n }) : status === 'ready' ? t('export.done') : t('export.open');
  return (
    <>
      <Button size="small" className="export-button" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('export.title')} width={480}>
        <ExportDialog
          job={job}
          message={message}
          onStart={(purpose) => void startExport(question, { ...asked, purpose } as Asked)}
          onForget={() => forgetExport(question)}
        />
      </Modal>
    </>
  );
}
