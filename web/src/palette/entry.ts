import type { ListEntry } from '../ui/ListBox.tsx';

export const paletteGroups = ['act', 'go', 'view', 'setting', 'department'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** Something the palette does: found by its words, its other names, and the pinyin of both. */
export type Entry = Omit<ListEntry, 'onChoose'> & {
  group: PaletteGroup;
  /** What it is called too: the name in the other language, the full name of a department. */
  alias?: string;
  run: () => void;
};
