import type { ReactNode } from 'react';

/** A table wider than the screen is moved within its own frame, by the keyboard too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard
    <section className="migration-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
