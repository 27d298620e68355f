type PhoneAddress = { readonly number: string; readonly areaCode: string | null; readonly extension: string | null };

/**
 * The number in an address of telephony, as an exchange gives it: `tel:+86-591-87654321;ext=101` (RFC 3966),
 * `"张" <sip:13800138000@10.0.0.1;user=phone>` (RFC 3261). Null where the text is no such address.
 */
export function phoneAddress(text: string): PhoneAddress | null {
  const [, user = '', rest = ''] =
    /(?:^|[\s("])(?:sips?|tel|callto|h323):([^@;?)\s]+)([^)\s]*)/i.exec(text) ??
    /^([+\d-]+)(@(?:\d{1,3}(?:\.\d{1,3}){3}|ims\.[\w.-]+)(?::\d+)?)$/i.exec(text) ??
    [];
  if (user === '') return null;
  const [, area] = /;phone-context=\+?86-?(10|2\d|[3-9]\d{2})(?:;|$)/i.exec(rest) ?? [];
  const [, extension] = /;ext=(\d{1,8})(?:;|$)/i.exec(rest) ?? [];
  return {
    number: decoded(user).replace(/:.*$/, ''),
    areaCode: area === undefined ? null : `0${area}`,
    extension: extension ?? null,
  };
}

function decoded(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
