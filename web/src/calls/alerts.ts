import { create } from 'zustand';
import { api } from '../api.ts';
import { hearTabs, tellTabs } from './tabs.ts';

/** How a person wants to be told of a call, kept on the server: it is the person's, not the computer's. */
export type Alerts = {
  sound: boolean;
  notification: boolean;
  /** 「22:00」 to 「07:00」 of the centre's clock; the same twice: never quiet. */
  quietFrom: string;
  quietTo: string;
};

const draftKey = 'call-alerts';
const silent: Alerts = { sound: false, notification: false, quietFrom: '22:00', quietTo: '07:00' };

export const useAlerts = create<Alerts>(() => silent);

/** Reads them now, and again when another tab changed them. Returns how to stop. */
export function watchAlerts(): () => void {
  void loadAlerts();
  return hearTabs('alerts', () => void loadAlerts());
}

async function loadAlerts(): Promise<void> {
  const kept = await api.call('getDraft', { params: { key: draftKey } }).catch(() => null);
  if (kept) useAlerts.setState({ ...silent, ...(kept.body as Partial<Alerts>) });
}

export async function changeAlerts(change: Partial<Alerts>): Promise<void> {
  useAlerts.setState(change);
  await api.call('putDraft', { params: { key: draftKey }, body: { body: useAlerts.getState() } }).catch(() => null);
  tellTabs('alerts');
}

/** Whether `clock` (「23:10」) lies in the quiet hours, which may run over midnight. */
export function isQuiet({ quietFrom, quietTo }: Pick<Alerts, 'quietFrom' | 'quietTo'>, clock: string): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? clock >= quietFrom && clock < quietTo : clock >= quietFrom || clock < quietTo;
}
