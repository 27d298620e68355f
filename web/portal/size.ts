/** 长者模式 at once and without leaving the page; the server reads the same cookie, so pages never jump on arrival. */
export function switchSize(): void {
  const button = document.querySelector<HTMLButtonElement>('button.size');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const [name, secure] = location.protocol === 'https:' ? ['__Host-portalSize', '; secure'] : ['portalSize', ''];
    const large = document.documentElement.classList.toggle('large');
    button.textContent = large ? '退出长者模式' : '长者模式';
    button.value = large ? 'normal' : 'large';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use
    document.cookie = `${name}=${large ? 'large' : 'normal'}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
}
