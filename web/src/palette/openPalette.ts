import { personStore } from '../data/personStore.ts';

/** Whether the palette is open, and what had the focus before. */
export const usePalette = personStore<{ isOpen: boolean; before: HTMLElement | null }>(() => ({
  isOpen: false,
  before: null,
}));

export const openPalette = () => {
  const { activeElement } = document;
  usePalette.setState({ isOpen: true, before: activeElement instanceof HTMLElement ? activeElement : null });
};

/** The focus goes back to where it was; whatever is done next may take it from there. */
export function closePalette(): void {
  const { before } = usePalette.getState();
  usePalette.setState({ isOpen: false, before: null });
  if (before?.isConnected) before.focus();
}
