import { knowledgeRoutes, type WholeArticle } from '@hotline/shared/api/knowledge';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { useAct } from '../ui/useAct.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';

type Props = { whole: WholeArticle; onTook: (whole: WholeArticle) => void };

const reported = knowledgeRoutes.reportArticle.body.properties.text;
const { answer: answered } = knowledgeRoutes.answerReport.body.properties;

/** 纠错: what somebody found wrong, and what was answered; anybody may say so. */
export function Reports({ whole, onTook }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const offset = useCatalog((s) => s.offsetMinutes);
  const act = useAct();
  const [text, setText] = useState('');
  const { article, reports, names } = whole;
  if (article.version === 0) return null;
  const isShort = flawOf(reported, text) !== undefined;
  const send = () =>
    act.run(async () => {
      const body = { version: article.version, text: text.trim() };
      onTook(await api.call('reportArticle', { params: { id: article.id }, body }));
      setText('');
    });
  return (
    <section className="article-reports" aria-label={t('knowledge.reportsTitle')}>
      <h3>{t('knowledge.reportsTitle')}</h3>
      {reports.map((report) => (
        <article key={report.id} className="reply">
          <p>{report.text}</p>
          <p className="muted">
            {t('knowledge.reportedBy', {
              who: names[report.by] ?? '',
              time: dayAndClock(report.at, offset),
              n: report.version,
            })}
          </p>
          {report.closedAt ? (
            <p>
              <b>{t('knowledge.answered')}</b> {report.answer}
            </p>
          ) : whole.may.confirm ? (
            <AnswerReport id={article.id} reportId={report.id} onTook={onTook} />
          ) : null}
        </article>
      ))}
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      <form
        className="article-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isShort) send();
        }}
      >
        <Field label={t('knowledge.report')} className="grow" error={flawOf(reported, text, false)}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(reported)}
              value={text}
              onChange={(e) => setText(e.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit" loading={act.busy} disabled={isShort}>
          {t('knowledge.reportSend')}
        </Button>
      </form>
    </section>
  );
}

function AnswerReport({ id, reportId, onTook }: { id: string; reportId: string; onTook: Props['onTook'] }) {
  const t = useT();
  const flawOf = useTextFlaw();
  const act = useAct();
  const [answer, setAnswer] = useState('');
  const isShort = flawOf(answered, answer) !== undefined;
  return (
    <form
      className="article-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (isShort) return;
        const body = { answer: answer.trim() };
        act.run(async () => onTook(await api.call('answerReport', { params: { id, reportId }, body })));
      }}
    >
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      <Field label={t('knowledge.answerReport')} className="grow" error={flawOf(answered, answer, false)}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(answered)}
            value={answer}
            onChange={(e) => setAnswer(e.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={act.busy} disabled={isShort}>
        {t('knowledge.answerSend')}
      </Button>
    </form>
  );
}
