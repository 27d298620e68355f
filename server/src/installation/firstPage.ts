const escaped = (text: string) => text.replace(/[^\w.:[\]-]/g, '');

/** What an empty store shows: how whoever runs the server founds the first centre. `host` is the address it was asked by. */
export const firstPage = (host: string): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>安装 12345 热线</title>
<style>
body { margin: 0; background: #f6f5f3; color: #1f2328; font: 16px/1.7 "Noto Sans SC", "Microsoft YaHei", sans-serif; }
main { max-width: 46rem; margin: 3rem auto; padding: 1rem 2rem; background: #fff; border: 1px solid #dcd8d2; }
li { margin-bottom: 0.75rem; }
code { display: block; padding: 0.4rem 0.75rem; background: #f6f5f3; overflow-wrap: anywhere; }
</style></head>
<body>
<main>
<h1>12345 热线还没有安装</h1>
<p>数据库里还没有受理中心，现在谁也不能登录。请在服务器的安装目录中完成以下三步：</p>
<ol>
<li>写出安装表：<code>./hotline init --template 安装表.xlsx</code></li>
<li>用表格软件填写受理中心、承办单位和人员，先检查一遍，按提示逐行改好：<code>./hotline init 安装表.xlsx --dry-run</code></li>
<li>写入正在运行的服务。安装口令在服务启动时显示：<code>./hotline init 安装表.xlsx --server http://${escaped(host)} --code 安装口令</code></li>
</ol>
<p>从源代码运行的，把 <b>./hotline</b> 换成 <b>npx --yes pnpm hotline</b>。</p>
<p>完成后刷新本页，用表中的系统管理员登录；首次登录时须修改密码。旧系统的工单以后可在「管理 → 历史数据导入」中导入。</p>
<p>市民朋友：网上受理尚未开通，有诉求请拨打 <a href="tel:12345">12345</a>。</p>
</main>
</body>
</html>
`;
