/** Buttons that only a script can serve stay hidden until it runs. */
export function offerButtons(): void {
  offer('[data-print]', () => print());
  offer('[data-copy]', () => {
    const [number, code] = ['number', 'code'].map((id) => document.getElementById(id)?.textContent?.trim());
    const said = document.getElementById('copied');
    void copy(`12345诉求编号：${number}，查询码：${code}`).then((isCopied) =>
      said?.replaceChildren(isCopied ? '已复制，可以粘贴到备忘录保存。' : '没有复制成功，请手工记下号码。'),
    );
  });
}

/** Pages that came by plain http have no clipboard of the new kind: what is selected is copied by the old command. */
async function copy(text: string): Promise<boolean> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (clipboard)
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'spoken';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

function offer(selector: string, act: () => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(selector)) {
    button.hidden = false;
    button.addEventListener('click', act);
  }
}
