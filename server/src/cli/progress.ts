/** One line on a terminal, nothing elsewhere. */
export function openProgress(rows: number) {
  const { stderr } = process;
  let shownMs = 0;
  return {
    show: (place: number, refused: number) => {
      if (!stderr.isTTY || performance.now() - shownMs < 100) return;
      shownMs = performance.now();
      const part = rows === 0 ? 1 : place / rows;
      const bar = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
      stderr.write(`\r\x1b[2K${bar} ${Math.floor(part * 100)}% 第 ${place} 行，未导入 ${refused}`);
    },
    clear: () => void (stderr.isTTY && stderr.write('\r\x1b[2K')),
  };
}
