import { useLayoutEffect, useRef } from 'react';

/** For a box that scrolls: what is said above it may grow, and what is in it stays where it was under the eye and hand. */
export function useSteadyScroll() {
  const box = useRef<HTMLDivElement>(null);
  const top = useRef<number | null>(null);
  useLayoutEffect(() => {
    const now = box.current?.getBoundingClientRect().top ?? null;
    const isScrolling = box.current !== null && box.current.scrollHeight > box.current.clientHeight;
    if (box.current && now !== null && top.current !== null && isScrolling) box.current.scrollTop += now - top.current;
    top.current = now;
  });
  return box;
}
