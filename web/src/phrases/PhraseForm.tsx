import type { Phrase } from '@hotline/shared/api/phrases';
import { placeholders, unknownGaps } from '@hotline/shared/phrases/fill';
import { phrasePlaces } from '@hotline/shared/phrases/places';
import { phraseWords } from '@hotline/shared/phrases/words';
import { maxLengthOf } from '@hotline/shared/schema';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useAct } from '../ui/useAct.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';

type Props = {
  /** Null: a new one. */
  phrase: Phrase | null;
  mayChangeAll: boolean;
  onDone: (phrase: Phrase) => void;
  onClose: () => void;
};
const blank = { audience: 'private' as Phrase['audience'], place: 'any' as Phrase['place'], title: '', text: '' };

export function PhraseForm({ phrase, mayChangeAll, onDone, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const [words, setWords] = useState(phrase ?? blank);
  const [tried, setTried] = useState(false);
  const { busy, message, run } = useAct();
  const set = (change: Partial<typeof blank>) => setWords((before) => ({ ...before, ...change }));
  const { audience, place, title, text } = words;
  const flaws = { title: flawOf(phraseWords.title, title), text: flawOf(phraseWords.text, text) };
  const save = () => {
    setTried(true);
    if (flaws.title || flaws.text) return;
    run(async () => {
      const body = { place, title, text };
      onDone(
        phrase
          ? await api.call('changePhrase', { params: { id: phrase.id }, body: { ...body, version: phrase.version } })
          : await api.call('addPhrase', { body: { ...body, audience } }),
      );
    });
  };
  const gaps = unknownGaps(text);
  const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' ');
  return (
    <FormDialog
      open
      width={640}
      title={phrase ? t('phrase.edit') : t('phrase.add')}
      busy={busy}
      message={message}
      onOk={save}
      onClose={onClose}
    >
      <Field label={t('phrase.name')} required hint={t('phrase.nameHint')} error={tried ? flaws.title : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(phraseWords.title)}
            value={title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('phrase.text')}
        required
        error={tried ? flaws.text : undefined}
        hint={
          gaps.length > 0
            ? t('phrase.unknown', { names: named(gaps) })
            : t('phrase.textHint', { names: named(placeholders) })
        }
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={maxLengthOf(phraseWords.text)}
            value={text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('phrase.place')}
        value={place}
        options={phrasePlaces.map((value) => ({ value, label: t(`phrase.place.${value}`) }))}
        onChange={(chosen) => set({ place: chosen })}
      />
      {phrase === null && mayChangeAll ? (
        <Choice
          label={t('phrase.audience')}
          value={audience}
          options={(['private', 'centre'] as const).map((value) => ({ value, label: t(`phrase.${value}`) }))}
          onChange={(chosen) => set({ audience: chosen })}
        />
      ) : null}
    </FormDialog>
  );
}
