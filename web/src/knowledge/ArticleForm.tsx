import { knowledgeRoutes, type WholeArticle } from '@hotline/shared/api/knowledge';
import { ArticleContent } from '@hotline/shared/knowledge/article';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { DraftNote } from '../data/drafts/DraftNote.tsx';
import { useDraft } from '../data/drafts/draft.ts';
import { usePerson } from '../data/session.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { PickSelect } from '../ui/PickSelect.tsx';
import { useAct } from '../ui/useAct.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';
import { ownDepartmentId } from './ownDepartment.ts';
import { areQuestions, questionBounds, questionsIn } from './questions.ts';

type Props = { whole: WholeArticle | null; onDone: (whole: WholeArticle) => void; onClose: () => void };
type Written = { content: ArticleContent; questions: string; note: string };

const asked = ArticleContent.properties;

/** 报送: a new article or new words for one; what is typed is kept until it is sent. */
export function ArticleForm({ whole, onDone, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const person = usePerson();
  const { categoryLabels, departmentOptions, departments } = useCatalog();
  const own = ownDepartmentId(person, departments);
  const given: Written = {
    content: whole?.content ?? { ...empty, departmentId: own },
    questions: (whole?.content.questions ?? []).join('\n'),
    note: '',
  };
  const [written, setWritten] = useState(given);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const draftKey = `article-${whole?.article.id ?? 'new'}`;
  const isSame = JSON.stringify(written) === JSON.stringify(given);
  const saved = useDraft<Written>(draftKey, isSame ? null : written, setWritten);
  const { content } = written;
  const set = (change: Partial<ArticleContent>) => setWritten((w) => ({ ...w, content: { ...w.content, ...change } }));
  const questions = questionsIn(written.questions);
  const questionFlaw = areQuestions(questions) ? undefined : t('knowledge.questionsWrong', questionBounds);
  const flaws = {
    title: flawOf(asked.title, content.title),
    answer: flawOf(asked.answer, content.answer),
    basis: flawOf(asked.basis, content.basis ?? '', false),
    note: flawOf(knowledgeRoutes.addArticle.body.properties.note, written.note, false),
    questions: questionFlaw,
  };
  const send = () => {
    setTried(true);
    if (Object.values(flaws).some(Boolean)) return;
    act.run(async () => {
      const said = { ...content, title: content.title.trim(), answer: content.answer.trim(), questions };
      const note = written.note.trim() ? { note: written.note.trim() } : {};
      const done = whole
        ? await api.call('changeArticle', {
            params: { id: whole.article.id },
            body: { version: whole.article.version, content: said, ...note },
          })
        : await api.call('addArticle', { body: { content: said, ...note } });
      await saved.drop();
      onDone(done);
    });
  };
  useCommands({ submit: send });
  return (
    <form
      className="article-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t(whole ? 'knowledge.amendTitle' : 'knowledge.addTitle')}</h2>
      <Field label={t('knowledge.title')} required error={tried ? flaws.title : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            maxLength={maxLengthOf(asked.title)}
            value={content.title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('knowledge.answer')} required error={tried ? flaws.answer : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 5, maxRows: 16 }}
            maxLength={maxLengthOf(asked.answer)}
            value={content.answer}
            onChange={(e) => set({ answer: e.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('knowledge.questions')}
        hint={t('knowledge.questionsHint')}
        error={tried ? flaws.questions : undefined}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={written.questions}
            onChange={(e) => setWritten({ ...written, questions: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('knowledge.basis')} error={flaws.basis}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(asked.basis)}
            value={content.basis ?? ''}
            onChange={(e) => set({ basis: e.target.value || null })}
          />
        )}
      </Field>
      <div className="article-pair">
        <Field label={t('knowledge.category')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={content.categoryId}
              options={[...categoryLabels].map(([value, label]) => ({ value, label }))}
              onChange={(categoryId) => set({ categoryId })}
            />
          )}
        </Field>
        <Field label={t('knowledge.department')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={content.departmentId}
              disabled={own !== null && departmentOptions.length === 1}
              placeholder={t('knowledge.ofCentre')}
              options={departmentOptions}
              onChange={(departmentId) => set({ departmentId })}
            />
          )}
        </Field>
      </div>
      <div className="article-pair">
        <Field label={t('knowledge.validFrom')}>
          {(wiring) => (
            <input
              {...plain(wiring)}
              className="native"
              type="date"
              value={content.validFrom ?? ''}
              onChange={(e) => set({ validFrom: e.target.value || null })}
            />
          )}
        </Field>
        <Field label={t('knowledge.validTo')}>
          {(wiring) => (
            <input
              {...plain(wiring)}
              className="native"
              type="date"
              value={content.validUntil ?? ''}
              onChange={(e) => set({ validUntil: e.target.value || null })}
            />
          )}
        </Field>
        <Field label={t('knowledge.months')}>
          {(wiring) => (
            <input
              {...plain(wiring)}
              className="native"
              type="number"
              min={1}
              max={60}
              value={content.reviewMonths}
              onChange={(e) => set({ reviewMonths: Math.min(60, Math.max(1, e.target.valueAsNumber || 1)) })}
            />
          )}
        </Field>
      </div>
      <Field label={t('knowledge.note')} error={flaws.note}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(knowledgeRoutes.addArticle.body.properties.note)}
            value={written.note}
            onChange={(e) => setWritten({ ...written, note: e.target.value })}
          />
        )}
      </Field>
      {act.message ? <Alert type="error" role="alert" title={act.message} description={t('actions.kept')} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={act.busy}>
          {t('knowledge.send')} <CommandKey name="submit" />
        </Button>
        <Button onClick={onClose}>{t('actions.cancel')}</Button>
        <DraftNote {...saved} />
      </div>
    </form>
  );
}

const empty: ArticleContent = {
  title: '',
  questions: [],
  answer: '',
  basis: null,
  categoryId: null,
  departmentId: null,
  validFrom: null,
  validUntil: null,
  reviewMonths: 12,
};

/** A plain input knows no `status`. */
const plain = ({ status: _, ...wiring }: { id: string; status?: 'error' }) => wiring;
