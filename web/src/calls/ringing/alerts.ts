/** 「22:00」 to 「07:00」 of the centre's clock; the same twice: never quiet. */
type QuietHours = { quietFrom: string; quietTo: string };

/** Whether `clock` (「23:10」) lies in the quiet hours, which may run over midnight. */
export function isQuiet({ quietFrom, quietTo }: QuietHours, clock: string): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? clock >= quietFrom && clock < quietTo : clock >= quietFrom || clock < quietTo;
}
