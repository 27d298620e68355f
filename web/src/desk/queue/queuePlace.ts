import { type DeskName, paths } from '../../paths.ts';

const addresses = new Map<DeskName, string>();
const tops = new Map<string, number>();

/** Each desk opens again as it was left: tab, filters and case are in its address, and the list keeps its scroll. */
export const leaveAt = (desk: DeskName, address: string) => void addresses.set(desk, address);
export const addressOf = (desk: DeskName): string => addresses.get(desk) ?? paths.desk(desk);

export const keepTop = (list: string, top: number) => void tops.set(list, top);
export const topOf = (list: string): number => tops.get(list) ?? 0;

/** The next person at this computer starts afresh. */
export function forgetPlaces(): void {
  addresses.clear();
  tops.clear();
}
