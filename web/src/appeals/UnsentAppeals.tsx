import { useNavigate } from 'react-router';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { listIn, wordsOfList } from './lateList/useLateList.ts';
import { emptyLog, type LogDraft } from './logDraft.ts';
import { type KeptDraft, UnsentList } from './UnsentList.tsx';

type Props = {
  /** The draft of the form itself. */
  own: string | null;
  onResume: (draft: LogDraft) => void;
};

/** Appeals that were begun and never sent. */
export function UnsentAppeals({ own, onResume }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const words = (draft: KeptDraft) => {
    const list = listIn(draft);
    if (list) return wordsOfList(list, t);
    return draft.key.startsWith('log-') ? wordsOf(draft) || t('unsent.noWords') : null;
  };
  const resume = (draft: KeptDraft) => {
    const call = /^log-call-([^-]+)/.exec(draft.key)?.[1];
    const elsewhere = call ? paths.log({ call }) : listIn(draft) && paths.lateList();
    if (elsewhere) void navigate(elsewhere);
    else onResume({ ...emptyLog, ...bodyOf(draft) });
    return !elsewhere;
  };
  return <UnsentList own={own} wordsOf={words} onResume={resume} />;
}

// What is under such a key, the form of appeals has written, in this version or an older one.
const bodyOf = ({ body }: KeptDraft) => body as Partial<LogDraft>;
const wordsOf = (draft: KeptDraft) => [...(bodyOf(draft).content ?? '')].slice(0, 40).join('');
