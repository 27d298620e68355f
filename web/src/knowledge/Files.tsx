import type { WholeArticle } from '@hotline/shared/api/knowledge';
import { type MediaType, mediaTypeNames, mostBytes } from '@hotline/shared/knowledge/fileTypes';
import { Alert } from 'antd';
import { useId, useState } from 'react';
import { api } from '../data/api.ts';
import { useT } from '../text/translate.ts';
import { useAct } from '../ui/useAct.ts';

type Props = { whole: WholeArticle; onTook: (whole: WholeArticle) => void };

/** 附件: forms and texts that go with the article; whoever answers for it adds and removes them. */
export function Files({ whole: { article, files, may }, onTook }: Props) {
  const t = useT();
  const act = useAct();
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  if (article.version === 0 || (files.length === 0 && !may.confirm)) return null;
  const params = { id: article.id };
  const add = async (file: File | undefined) => {
    setWrong(null);
    if (!file) return;
    const mediaType = mediaTypeNames.find((name) => name === file.type);
    if (!mediaType || file.size > mostBytes) return setWrong(t('knowledge.fileWrong', { name: file.name }));
    const body = { name: file.name.slice(-120), mediaType: mediaType as MediaType, content: await base64(file) };
    act.run(async () => onTook(await api.call('addArticleFile', { params, body })));
  };
  const remove = (fileId: string) =>
    act.run(async () => onTook(await api.call('removeArticleFile', { params: { ...params, fileId } })));
  const message = wrong ?? act.message;
  return (
    <section aria-label={t('knowledge.files')}>
      <h3>{t('knowledge.files')}</h3>
      <ul className="article-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={`/api/articles/${article.id}/files/${file.id}`} download={file.name}>
              {file.name}
            </a>{' '}
            <span className="muted">{t('knowledge.fileSize', { n: Math.ceil(file.bytes / 1024) })}</span>
            {may.confirm ? (
              <button
                type="button"
                className="link-button"
                disabled={act.busy}
                aria-label={t('knowledge.fileRemoveNamed', { name: file.name })}
                onClick={() => remove(file.id)}
              >
                {t('knowledge.fileRemove')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      {may.confirm ? (
        <p>
          <label htmlFor={id}>{t('knowledge.fileAdd')}</label>{' '}
          <input
            id={id}
            type="file"
            accept={mediaTypeNames.join(',')}
            disabled={act.busy}
            onChange={(e) => {
              void add(e.target.files?.[0]);
              e.target.value = '';
            }}
          />
        </p>
      ) : null}
    </section>
  );
}

/** The part behind the comma of a data address. */
const base64 = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
