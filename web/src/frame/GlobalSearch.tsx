import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, sentenceOf } from '../api.ts';
import { paths } from '../paths.ts';
import { usePerson } from '../stores/session.ts';
import { useT } from '../text/translate.ts';
import { desksOf } from '../tickets/desks.ts';
import { isComposing, useShortcuts } from '../ui/shortcuts.ts';

/** As long as a ticket's number; pieces of one are looked for on the page. */
const isNumber = /^\d{11}$/;

/** A number opens its ticket, anything else the page of what was found. `/` or Ctrl+K comes here from anywhere. */
export function GlobalSearch() {
  const t = useT();
  const navigate = useNavigate();
  const person = usePerson();
  const input = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const focus = () => input.current?.focus({ cursor: 'all' });
  useShortcuts({ '/': focus, 'ctrl+k': focus });

  const search = async () => {
    const q = words.trim();
    if (!q) return;
    setNote(null);
    if (!isNumber.test(q)) return navigate(paths.search({ q }));
    try {
      const { items } = await api.call('tickets', { query: { q, limit: 2 } });
      const [first, second] = items;
      const own = desksOf(person);
      const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
      const isIt = first !== undefined && (!second || first.number === q);
      await navigate(isIt ? paths.ticket(desk, first.id, { q }) : paths.search({ q }));
    } catch (error) {
      setNote(sentenceOf(error));
    }
  };
  return (
    <search className="global-search">
      <Input
        ref={input}
        size="small"
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={words}
        onChange={(e) => setWords(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !isComposing(e.nativeEvent)) void search();
          if (e.key === 'Escape') input.current?.blur();
        }}
      />
      <span role="status" className="search-note">
        {note}
      </span>
    </search>
  );
}
