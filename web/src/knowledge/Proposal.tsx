import { knowledgeRoutes, type WholeArticle } from '@hotline/shared/api/knowledge';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { usePerson } from '../data/session.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { useAct } from '../ui/useAct.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';
import { Difference } from './Difference.tsx';

type Change = WholeArticle['changes'][number];
type Props = { whole: WholeArticle; change: Change; onTook: (whole: WholeArticle) => void };

const words = knowledgeRoutes.decideArticle.body.properties.decision;

/** 待审核: what is proposed beside what is told now, and the decision. */
export function Proposal({ whole, change, onTook }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const person = usePerson();
  const offset = useCatalog((s) => s.offsetMinutes);
  const act = useAct();
  const [decision, setDecision] = useState('');
  const params = { id: whole.article.id };
  const isMine = change.proposedBy === person.id;
  const decide = (approve: boolean) =>
    act.run(async () => {
      const words = decision.trim() ? { decision: decision.trim() } : {};
      onTook(await api.call('decideArticle', { params, body: { changeId: change.id, approve, ...words } }));
    });
  const cancel = () =>
    act.run(async () => onTook(await api.call('cancelArticle', { params, body: { changeId: change.id } })));
  return (
    <section className="article-proposal" aria-label={t('knowledge.proposal')}>
      <h3>{t('knowledge.proposal')}</h3>
      <p className="muted">
        {t('knowledge.proposedBy', {
          who: whole.names[change.proposedBy] ?? '',
          time: dayAndClock(change.proposedAt, offset),
        })}
        {change.note ? ` · ${change.note}` : ''}
      </p>
      <Difference before={whole.article.version > 0 ? whole.content : null} after={change.content} />
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      {whole.may.decide && !isMine ? (
        <>
          <Field label={t('knowledge.decision')} error={flawOf(words, decision, false)}>
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={maxLengthOf(words)}
                value={decision}
                onChange={(e) => setDecision(e.target.value)}
              />
            )}
          </Field>
          <div className="form-buttons">
            <Button type="primary" loading={act.busy} onClick={() => decide(true)}>
              {t('knowledge.publish')}
            </Button>
            <Button danger disabled={act.busy || flawOf(words, decision) !== undefined} onClick={() => decide(false)}>
              {t('knowledge.refuse')}
            </Button>
          </div>
        </>
      ) : null}
      {isMine ? (
        <div className="form-buttons">
          <Button loading={act.busy} onClick={cancel}>
            {t('knowledge.cancel')}
          </Button>
          <span className="muted">{t('knowledge.byOthers')}</span>
        </div>
      ) : null}
    </section>
  );
}
