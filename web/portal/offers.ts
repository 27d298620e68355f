/** Buttons that only a script can serve stay hidden until it runs. */
export function offerButtons(): void {
  offer('[data-print]', () => print());
  if (!navigator.clipboard) return;
  offer('[data-copy]', () => {
    const [number, code] = ['number', 'code'].map((id) => document.getElementById(id)?.textContent?.trim());
    const said = document.getElementById('copied');
    navigator.clipboard.writeText(`12345诉求编号：${number}，查询码：${code}`).then(
      () => said?.replaceChildren('已复制，可以粘贴到备忘录保存。'),
      () => said?.replaceChildren('没有复制成功，请手工记下号码。'),
    );
  });
}

function offer(selector: string, act: () => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(selector)) {
    button.hidden = false;
    button.addEventListener('click', act);
  }
}
