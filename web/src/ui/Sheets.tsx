import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { PaperProvider } from './paper.ts';

const whilePrinting = 'prints-sheets';

/** What is printed instead of the page. It is drawn while the browser prints and at no other time; nothing else comes along. */
export function Sheets({ children }: { children: ReactNode }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser lays out the paper as soon as this has run.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  useLayoutEffect(() => {
    if (!isPrinting) return;
    document.body.classList.add(whilePrinting);
    return () => document.body.classList.remove(whilePrinting);
  }, [isPrinting]);
  return isPrinting
    ? createPortal(
        <div className="sheets">
          <PaperProvider value>{children}</PaperProvider>
        </div>,
        document.body,
      )
    : null;
}
