import { personStore } from '../../data/personStore.ts';

type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the last row that was selected by itself. */
  readonly anchor: string | null;
};
const nobody: Selection = { ids: new Set(), anchor: null };
export const useSelection = personStore<Selection>(() => nobody);

export const toggleSelected = (id: string) => useSelection.setState((s) => toggled(s, id));
export const selectTo = (order: readonly string[], from: string | null, id: string) =>
  useSelection.setState((s) => extended(s, order, from, id));
export const selectOnly = (ids: readonly string[]) => useSelection.setState({ ids: new Set(ids) });
export const clearSelection = () => useSelection.setState(nobody);
export const deselect = (gone: ReadonlySet<string>) =>
  useSelection.setState(({ ids }) => ({ ids: new Set([...ids].filter((id) => !gone.has(id))) }));

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** From the anchor (or, without one, the row the person was on) to `id`, both taken, added to what was selected before. */
export function extended(s: Selection, order: readonly string[], from: string | null, id: string): Selection {
  const anchor = s.anchor ?? from ?? id;
  const [a, b] = [order.indexOf(anchor), order.indexOf(id)];
  if (b < 0) return s;
  const range = a < 0 ? [id] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
  return { ids: new Set([...s.ids, ...range]), anchor: a < 0 ? id : anchor };
}
