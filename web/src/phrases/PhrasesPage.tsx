import type { Phrase } from '@hotline/shared/api/phrases';
import { administrators } from '@hotline/shared/people/roles';
import { bestOf } from '@hotline/shared/search/pinyin';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { useRead } from '../data/useRead.ts';
import { useKeyText } from '../keys/CommandKey.tsx';
import { useT } from '../text/translate.ts';
import { DropPhrase } from './DropPhrase.tsx';
import { PhraseForm } from './PhraseForm.tsx';
import '../admin/admin.css';

type Open = { what: 'form'; phrase: Phrase | null } | { what: 'drop'; phrase: Phrase };

/** 常用语: my own, and the centre's, which its administrators keep. */
export function PhrasesPage() {
  const t = useT();
  const { value, message, put } = useRead('phrases', {});
  const key = useKeyText('phrase');
  const mayChangeAll = hasRole(usePerson(), administrators);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;
  const phrases = value.items;
  const shown = bestOf(typed, phrases, (p) => `${p.title} ${p.text}`);
  const done = (sentence: string) => {
    setSaid(sentence);
    setOpen(null);
  };
  const drop = async (phrase: Phrase) => {
    await api.call('dropPhrase', { params: { id: phrase.id } });
    put({ ...value, items: phrases.filter((p) => p.id !== phrase.id) });
    done(t('phrase.dropped', { name: phrase.title }));
  };
  return (
    <section aria-label={t('phrase.title')}>
      <div className="admin-bar">
        <Input
          className="phrase-find"
          aria-label={t('phrase.find')}
          placeholder={t('phrase.find')}
          allowClear
          value={typed}
          onChange={(e) => setTyped(e.target.value)}
        />
        <span role="status">{said}</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen({ what: 'form', phrase: null })}>
          {t('phrase.add')}
        </Button>
      </div>
      {mayChangeAll ? null : <p className="muted">{t('phrase.changedBy')}</p>}
      {phrases.length === 0 ? <p className="muted">{t('phrase.none', { key })}</p> : null}
      {phrases.length > 0 && shown.length === 0 ? <p className="muted">{t('admin.none')}</p> : null}
      {shown.length > 0 ? (
        <table className="phrase-table">
          <thead>
            <tr>
              {(['phrase.name', 'phrase.text', 'phrase.place', 'phrase.audience', 'rule.actions'] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((phrase) => (
              <tr key={phrase.id}>
                <th scope="row">{phrase.title}</th>
                <td className="phrase-words">{phrase.text}</td>
                <td className="nowrap">{t(`phrase.place.${phrase.place}`)}</td>
                <td className="nowrap">{t(`phrase.${phrase.audience}`)}</td>
                <td className="nowrap">
                  {phrase.mayChange ? (
                    <>
                      <Button
                        size="small"
                        aria-label={`${t('admin.edit')} ${phrase.title}`}
                        onClick={() => setOpen({ what: 'form', phrase })}
                      >
                        {t('admin.edit')}
                      </Button>
                      <Button
                        size="small"
                        type="text"
                        aria-label={t('phrase.dropOf', { name: phrase.title })}
                        onClick={() => setOpen({ what: 'drop', phrase })}
                      >
                        {t('phrase.drop')}
                      </Button>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open?.what === 'form' ? (
        <PhraseForm
          phrase={open.phrase}
          mayChangeAll={mayChangeAll}
          onDone={(phrase) => {
            const isKnown = phrases.some((p) => p.id === phrase.id);
            const changed = phrases.map((p) => (p.id === phrase.id ? phrase : p));
            put({ ...value, items: isKnown ? changed : [...phrases, phrase] });
            done(t('phrase.saved', { name: phrase.title }));
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.what === 'drop' ? (
        <DropPhrase phrase={open.phrase} onDrop={() => drop(open.phrase)} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}
