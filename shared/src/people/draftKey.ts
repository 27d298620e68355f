/** The longest of a key (`Id`) leaves room for when it was saved. */
const mostOfForm = 48;

/** Under which key a draft is kept aside that another one of the same form displaces: told from others by when it was saved (an instant). */
export const asideKey = (key: string, savedAt: string): string =>
  `${key.slice(0, mostOfForm)}-${Date.parse(savedAt).toString(36)}`;
