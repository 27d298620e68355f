import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useSettings } from '../data/settings.ts';

/**
 * Whether a box is wider than `rem` letters of the person's own size, for style sheets: container queries are younger than
 * the oldest browsers the console is promised to.
 */
export function useWide<T extends HTMLElement>(rem: number): { box: RefObject<T | null>; isWide: boolean } {
  const box = useRef<T>(null);
  const leastPx = rem * useSettings((s) => s.textSize);
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWide(element.clientWidth >= leastPx);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [leastPx]);
  return { box, isWide };
}
