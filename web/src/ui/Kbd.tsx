/** A key as printed on the keyboard; read aloud only where it stands alone. */
export const Kbd = ({ children }: { children: string }) => <kbd aria-hidden="true">{children}</kbd>;
