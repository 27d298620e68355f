import type { Region } from './calls.ts';
import { type Html, html, markup, type Part } from './html.ts';

/** What pages know beside their subject: nothing here is personal. */
export type Site = {
  readonly regions: readonly Region[];
  readonly utcOffsetMinutes: number;
  /** 长者模式: larger letters, wider lines, remembered in a cookie. */
  readonly large: boolean;
  readonly now: Date;
};
export const plainSite: Site = { regions: [], utcOffsetMinutes: 480, large: false, now: new Date(0) };

export type Page = {
  readonly title: string;
  readonly body: Part;
  readonly here?: 'new' | 'progress';
  readonly wrong?: boolean;
  /**
   * Where 长者模式 goes without scripts: through the page's own form `answers`, so that nothing typed is lost; through
   * a form of its own; or nowhere, where repeating the request is not wanted.
   */
  readonly size: 'answers' | 'own' | 'scriptOnly';
};

const service = '12345 政务服务便民热线';

export function layout(page: Page, site: Site): string {
  const document = html`<!doctype html>
<html lang="zh-CN"${site.large && html` class="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b4f9e">
<meta name="format-detection" content="telephone=no">
<title>${page.wrong && '错误：'}${page.title} - ${service}</title>
<link rel="stylesheet" href="/assets/portal.css">
<script type="module" src="/assets/portal.js"></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${page.size === 'answers' && html`<button class="trap" type="submit" form="answers" tabindex="-1" aria-hidden="true">继续</button>`}
<header class="top">
  <div class="bar column">
    <a class="brand" href="/portal"><strong>12345</strong> <span>政务服务便民热线</span></a>
    ${sizeButton(page, site)}
  </div>
  <nav aria-label="主导航"><ul class="column">
    <li><a href="/portal/new"${page.here === 'new' && html` aria-current="true"`}>提交诉求</a></li>
    <li><a href="/portal/progress"${page.here === 'progress' && html` aria-current="true"`}>查询进展</a></li>
  </ul></nav>
</header>
<aside class="emergency" aria-label="紧急求助"><p class="column">紧急情况请拨打 ${emergency('110', '报警')}、${emergency('119', '火警')}、${emergency('120', '急救')}</p></aside>
<main id="main" class="column" tabindex="-1">${page.body}</main>
<footer class="column">
  <p>不方便上网？请拨打 <a href="tel:12345">12345</a>，24 小时接听。</p>
  <p>您填写的信息只用于办理诉求，受法律保护。</p>
</footer>
</body>
</html>
`;
  return markup(document);
}

const emergency = (number: string, what: string) => html`<a href="tel:${number}">${number}</a> ${what}`;

function sizeButton({ size }: Page, { large }: Site): Html {
  const button = html`<button class="size" type="submit" name="size" value="${large ? 'normal' : 'large'}"${size === 'answers' && html` form="answers"`}${size === 'scriptOnly' && html` hidden`}>${large ? '退出长者模式' : '长者模式'}</button>`;
  return size === 'own' ? html`<form method="post" action="/portal/size">${button}</form>` : button;
}
