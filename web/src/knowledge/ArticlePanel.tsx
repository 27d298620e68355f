import type { WholeArticle } from '@hotline/shared/api/knowledge';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../data/api.ts';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { useAct } from '../ui/useAct.ts';
import { ArticleForm } from './ArticleForm.tsx';
import { Files } from './Files.tsx';
import { Proposal } from './Proposal.tsx';
import { Reports } from './Reports.tsx';
import { RetireDialog } from './RetireDialog.tsx';
import { Versions } from './Versions.tsx';

type Props = { id: string; onChanged: () => void };

/** One article: what is told, what waits to be decided, what was reported, and every version. */
export function ArticlePanel({ id, onChanged }: Props) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const isNew = id === 'new';
  const { value, message, put } = useRead('article', isNew ? null : { params: { id } });
  const [mode, setMode] = useState<'amend' | 'retire' | null>(null);
  const took = (whole: WholeArticle) => {
    put(whole);
    setMode(null);
    onChanged();
  };
  if (isNew)
    return (
      <ArticleForm
        whole={null}
        onDone={(whole) => {
          onChanged();
          void navigate(paths.knowledge(whole.article.id, Object.fromEntries(params)));
        }}
        onClose={() => void navigate(paths.knowledge(undefined, Object.fromEntries(params)))}
      />
    );
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;
  if (mode === 'amend') return <ArticleForm whole={value} onDone={took} onClose={() => setMode(null)} />;
  const open = value.changes.find(({ status }) => status === 'open');
  return (
    <article>
      <Head whole={value} onAmend={() => setMode('amend')} onRetire={() => setMode('retire')} onTook={took} />
      {open ? <Proposal whole={value} change={open} onTook={took} /> : null}
      {value.article.version > 0 ? <Content content={value.content} /> : null}
      <Files whole={value} onTook={took} />
      <Reports whole={value} onTook={took} />
      <Versions whole={value} />
      {mode === 'retire' ? <RetireDialog whole={value} onTook={took} onClose={() => setMode(null)} /> : null}
    </article>
  );
}

type HeadProps = {
  whole: WholeArticle;
  onAmend: () => void;
  onRetire: () => void;
  onTook: (whole: WholeArticle) => void;
};

function Head({ whole, onAmend, onRetire, onTook }: HeadProps) {
  const t = useT();
  const act = useAct();
  const departmentName = useDepartmentName();
  const categories = useCatalog((s) => s.categoryLabels);
  const offset = useCatalog((s) => s.offsetMinutes);
  const { article, content, may } = whole;
  const isOpen = article.proposals > 0;
  const confirm = () =>
    act.run(async () =>
      onTook(await api.call('confirmArticle', { params: { id: article.id }, body: { version: article.version } })),
    );
  const facts = [
    article.version > 0 ? t('knowledge.version', { n: article.version }) : t('knowledge.unpublished'),
    content.departmentId ? departmentName(content.departmentId) : t('knowledge.ofCentre'),
    content.categoryId ? categories.get(content.categoryId) : null,
    t('knowledge.uses', { n: article.uses }),
    content.validUntil ? t('knowledge.validUntil', { day: content.validUntil }) : t('knowledge.always'),
    whole.reviewedAt ? t('knowledge.reviewed', { time: dayAndClock(whole.reviewedAt, offset) }) : null,
    article.reviewOn ? t('knowledge.reviewOn', { day: article.reviewOn }) : null,
  ];
  return (
    <header className="article-head">
      <h2>{content.title}</h2>
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      {article.status === 'retired' ? (
        <Alert type="warning" title={t('knowledge.retiredFor', { reason: whole.retiredReason ?? '' })} />
      ) : article.status === 'published' && !article.isCitable ? (
        <Alert type="warning" title={t('knowledge.outOfDate')} />
      ) : null}
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      <div className="form-buttons">
        {may.propose ? (
          <Button disabled={isOpen} title={isOpen ? t('knowledge.oneOpen') : undefined} onClick={onAmend}>
            {t(article.status === 'retired' ? 'knowledge.renew' : 'knowledge.amend')}
          </Button>
        ) : null}
        {may.confirm && article.status === 'published' ? (
          <Button loading={act.busy} onClick={confirm}>
            {t('knowledge.confirm')}
          </Button>
        ) : null}
        {may.decide && article.status === 'published' ? (
          <Button danger onClick={onRetire}>
            {t('knowledge.retire')}
          </Button>
        ) : null}
      </div>
    </header>
  );
}

/** What is told, in the order in which an agent wants it. */
function Content({ content }: { content: WholeArticle['content'] }) {
  const t = useT();
  return (
    <div className="article-content">
      <p className="words article-answer">{content.answer}</p>
      {content.basis ? (
        <p>
          <b>{t('knowledge.basis')}</b> {content.basis}
        </p>
      ) : null}
      {content.questions.length > 0 ? (
        <section>
          <h3>{t('knowledge.questions')}</h3>
          <ul>
            {content.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
