import { personValue } from '../../data/personStore.ts';
import { type DeskName, paths } from '../../paths.ts';

const addresses = personValue(() => new Map<DeskName, string>());
const tops = personValue(() => new Map<string, number>());

/** Each desk opens again as it was left: tab, filters and case are in its address, and the list keeps its scroll. */
export const leaveAt = (desk: DeskName, address: string) => void addresses.current.set(desk, address);
export const addressOf = (desk: DeskName): string => addresses.current.get(desk) ?? paths.desk(desk);

export const keepTop = (list: string, top: number) => void tops.current.set(list, top);
export const topOf = (list: string): number => tops.current.get(list) ?? 0;
