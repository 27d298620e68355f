import { Link } from 'react-router';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';

type Props = { citations: readonly { articleId: string; version: number }[] };

/** What an answer rests on: the article and the version that was told. */
export function Cited({ citations }: Props) {
  const t = useT();
  if (citations.length === 0) return null;
  return (
    <p className="muted cited">
      {t('knowledge.cited')}{' '}
      {citations.map((one) => (
        <CitedArticle key={`${one.articleId} ${one.version}`} {...one} />
      ))}
    </p>
  );
}

function CitedArticle({ articleId, version }: Props['citations'][number]) {
  const t = useT();
  const { value } = useRead('article', { params: { id: articleId } });
  const title = value?.changes.find((change) => change.version === version)?.content.title ?? value?.content.title;
  return (
    <Link to={paths.knowledge(articleId, { version: String(version) })}>
      {t('knowledge.citedAs', { title: title ?? '…', n: version })}
    </Link>
  );
}
