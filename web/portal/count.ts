/** Says how many characters are left, and lets people run over: cutting a sentence off would lose words. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
    const shown = document.getElementById(`${area.id}-count`);
    if (!shown) continue;
    const spoken = document.createElement('p');
    spoken.className = 'spoken';
    spoken.setAttribute('role', 'status');
    shown.after(spoken);

    let pause: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      const left = Number(area.dataset['limit']) - [...area.value.trim()].length;
      shown.textContent = left < 0 ? `超出 ${-left} 个字` : `还可以写 ${left} 个字`;
      shown.classList.toggle('over', left < 0);
    };
    area.addEventListener('input', () => {
      show();
      // A screen reader hears it once typing rests, not at every key.
      clearTimeout(pause);
      pause = setTimeout(() => {
        spoken.textContent = shown.textContent;
      }, 1000);
    });
    if (area.value !== '') show();
    addEventListener('draft', show);
  }
}
