/**
 * The slip's QR code carries the query code behind `#`, where no server and no log sees it. It is put into its field and
 * taken out of the address.
 */
export function takeCode(): void {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  const field = document.querySelector<HTMLInputElement>('input[name="code"]');
  if (!code || !field) return;
  if (field.value === '') field.value = code.slice(0, 32);
  history.replaceState(null, '', location.pathname + location.search);
}
