import type { Page } from 'playwright-core';

/** Where a control of a page stands, in px from its beginning. */
export type Control = { name: string; x: number; y: number; width: number; height: number };

/** What is pressed or written in and can be seen now, from top to bottom of the document. */
export const controlsOf = (page: Page): Promise<Control[]> =>
  page.evaluate(() => {
    const found = document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [role=tab]');
    return [...found].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
      // Numbers are times and counts, and some names are given by the order in which things were drawn.
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\d+/g, '#');
      const name = `${element.tagName.toLowerCase()} ${words.trim() || (element.getAttribute('name')?.replace(/^_r_.*/, '') ?? '')}`;
      return isShown ? [{ name, x: x + scrollX, y: y + scrollY, width, height }] : [];
    });
  });

/** Controls that another one covers where one would press them, and what does; only what no scrolling would uncover. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = 'a[href], button, input, textarea, select, [role=tab]';
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const isShown = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
      let isInside = isShown && x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
      for (let box = element.parentElement; box && isInside; box = box.parentElement) {
        const seen = box.getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(box);
        // Scrolled out of its box it is not covered: scrolling brings it back.
        if (overflowY !== 'visible') isInside &&= y >= seen.top && y <= seen.bottom;
        if (overflowX !== 'visible') isInside &&= x >= seen.left && x <= seen.right;
      }
      const over = isInside ? document.elementFromPoint(x, y)?.closest<HTMLElement>(controls) : null;
      if (!over || over === element || over.contains(element) || element.contains(over)) return [];
      // A field that is drawn by what stands before it: a box to tick, the words inside a list to choose from.
      if (over.closest('label')?.contains(element)) return [];
      const [a, b] = [element, over].map((e) => e.textContent?.trim() || e.id || e.tagName);
      return [`${b} over ${a}`];
    });
  });
