/** A key as printed on the keyboard; read aloud only where it stands alone. */
export const Kbd = ({ children }: { children: string }) => (
  <span aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
);
