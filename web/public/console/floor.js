// In words any browser reads, before the console itself: a browser older than the console is promised to is told so.
(function () {
  var chromium = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
  var hasWhatIsNeeded =
    typeof Promise === 'function' &&
    typeof Promise.any === 'function' &&
    typeof WeakRef === 'function' &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof ResizeObserver === 'function';
  if (hasWhatIsNeeded && !(chromium && Number(chromium[1]) < 90)) return;
  document.body.innerHTML =
    '<div style="max-width:42em;margin:3em auto;padding:0 1em;font:16px/1.75 sans-serif;color:#1f2328">' +
    '<h1 style="font-size:1.5em">这台电脑的浏览器版本太旧，打不开热线系统</h1>' +
    '<p>请改用下面任意一种浏览器打开本页：</p>' +
    '<ul>' +
    '<li>奇安信可信浏览器、统信 UOS 浏览器（内核 Chromium 90 以上）</li>' +
    '<li>Chrome 或 Edge 90 以上（Windows 7 可以安装 109 版）</li>' +
    '<li>Firefox 88 以上，Safari 14.1 以上</li>' +
    '<li>360、QQ 等双核浏览器：请切换到“极速模式”</li>' +
    '</ul>' +
    '<p>不会安装，请联系本单位的信息管理人员，并告诉他下面这一行：</p>' +
    '<p style="padding:.5em;background:#f6f5f3;word-break:break-all" id="browser"></p>' +
    '<p>市民提交诉求、查询进展不受影响，请打开 <a href="/portal">市民网页</a>，或拨打 12345。</p>' +
    '<p style="color:#666">This browser is too old for the console. Please use Chromium, Chrome or Edge 90, Firefox 88, Safari 14.1, or newer.</p>' +
    '</div>';
  document.getElementById('browser').appendChild(document.createTextNode(navigator.userAgent));
})();
