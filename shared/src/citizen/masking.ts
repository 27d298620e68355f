/** `+8613800138000` → `138****8000`; landlines keep area code and last two digits. Fails closed: what is odd is hidden whole. */
export function maskPhone(phone: string): string {
  const mobile = /^\+86(1\d{2})\d{4}(\d{4})$/.exec(phone);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  const landline = /^\+86(\d{2,3})-\d+?(\d{2})$/.exec(phone);
  if (landline) return `0${landline[1]}-****${landline[2]}`;
  return '****';
}

/** What was written where no number could be read: of at least seven digits the first three and the last two, no letter. */
export function maskUnreadPhone(raw: string): string {
  const digits = raw.match(/\p{N}/gu)?.length ?? 0;
  let nth = 0;
  return raw.replace(/[\p{L}\p{N}\p{M}]/gu, (letter) => {
    if (!/\p{N}/u.test(letter)) return '*';
    nth += 1;
    return digits >= 7 && (nth <= 3 || nth > digits - 2) ? letter : '*';
  });
}

/** 张伟强 → 张**; a single letter or odd name is hidden whole. */
export function maskName(name: string): string {
  const letters = [...name];
  return letters.length < 2 ? '*' : `${letters[0]}${'*'.repeat(letters.length - 1)}`;
}
