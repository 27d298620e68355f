/** A number as one dials it here: `+8613800138000` → `13800138000`, `+86591-87654321` → `0591-87654321`. */
export function dialled(phone: string): string {
  const mobile = /^\+86(1\d{10}|[48]00\d{7})(x\d+)?$/.exec(phone);
  if (mobile) return `${mobile[1]}${mobile[2] ?? ''}`;
  return phone.replace(/^\+86(?=\d{2,3}-)/, '0');
}
