import type { Phrase } from '@hotline/shared/api/phrases';
import { fill } from '@hotline/shared/phrases/fill';
import { inPlaceOrder } from '@hotline/shared/phrases/places';
import { bestOf } from '@hotline/shared/search/pinyin';
import { useEffect, useState } from 'react';
import { useCatalog } from '../data/catalog.ts';
import { serverNowMs } from '../data/liveState.ts';
import { usePerson } from '../data/session.ts';
import { useRead } from '../data/useRead.ts';
import { useKeyText } from '../keys/CommandKey.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { ListBox } from '../ui/ListBox.tsx';
import { localDay } from '../ui/localTime.ts';
import { useAbout } from './about.ts';
import { fieldInUse, insertInto, type LongField } from './insert.ts';

/** F8 in any long text: a list of phrases; the chosen one is put where the cursor was. */
export function PhrasePicker() {
  const t = useT();
  const [field, setField] = useState<LongField | null>(null);
  const open = () => {
    const at = fieldInUse();
    if (at) setField(at);
  };
  useCommands({ phrase: open }, field === null);
  useEffect(() => {
    const ask = () => open();
    document.addEventListener(askForPhrase, ask);
    return () => document.removeEventListener(askForPhrase, ask);
  });
  if (!field) return null;
  return <Picker field={field} title={t('phrase.pick')} onClose={() => setField(null)} />;
}

const askForPhrase = 'hotline.phrase';
/** What the button beside a form says; the field keeps its focus. */
export const askPhrase = () => document.dispatchEvent(new Event(askForPhrase));

function Picker({ field, title, onClose }: { field: LongField; title: string; onClose: () => void }) {
  const t = useT();
  const { value, message } = useRead('phrases', {});
  const phrases = value?.items ?? null;
  const { place, known } = useAbout();
  const person = usePerson();
  const offset = useCatalog((s) => s.offsetMinutes);
  const key = useKeyText('phrase');
  const [typed, setTyped] = useState('');
  const back = () => {
    onClose();
    field.focus();
  };
  const take = (phrase: Phrase) => {
    onClose();
    const today = localDay(new Date(serverNowMs()).toISOString(), offset);
    insertInto(field, fill(phrase.text, { 今日: today, 工号: person.username, ...known }));
  };
  const ordered = inPlaceOrder(phrases ?? [], place);
  const shown = bestOf(typed, ordered, (p) => `${p.title} ${p.text}`);
  const empty = phrases?.length === 0 ? t('phrase.none', { key }) : t('phrase.noneFound');
  return (
    <ListBox
      title={title}
      placeholder={t('phrase.find')}
      hint={t('palette.hint')}
      typed={typed}
      onType={setTyped}
      groups={[
        {
          id: 'phrases',
          label: title,
          entries: shown.map((p) => ({
            id: p.id,
            label: p.title,
            hint: p.text,
            tail: t(`phrase.${p.audience}`),
            onChoose: () => take(p),
          })),
        },
      ]}
      note={message ?? (phrases !== null && shown.length === 0 ? empty : null)}
      onClose={back}
    />
  );
}
