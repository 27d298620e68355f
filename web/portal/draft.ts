type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const place = 'portalDraft';
/** Not the citizen's words: where the form stands, and the bait for programs. */
const passing = new Set(['step', 'reviewed', 'website']);

/**
 * Keeps an unsent appeal in this tab only, so that a reload or a wrong tap loses nothing and the next person at a shared
 * computer sees nothing. The form's key is kept too: if the receipt never arrived, sending again makes no second appeal.
 */
export function keepDraft(): void {
  if (document.querySelector('[data-filed]')) forget();
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  if (!form) return;
  if (mayBeBehind(form)) restore(form);
  const save = (): void => write(answersIn(form));
  save();
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  document.querySelector('[data-clear-draft]')?.addEventListener('click', () => {
    forget();
    location.assign('/portal/new');
  });
}

/** An empty form, or one the browser showed before: the draft is as new or newer. */
const mayBeBehind = (form: HTMLFormElement): boolean => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return form.dataset['draft'] === 'fresh' || visit?.type === 'reload' || visit?.type === 'back_forward';
};

function restore(form: HTMLFormElement): void {
  const draft = read();
  if (Object.entries(draft).every(([name, value]) => name === 'key' || value === '')) return;
  const before = JSON.stringify({ ...answersIn(form), key: '' });
  for (const control of controlsOf(form)) {
    const value = draft[control.name];
    if (value === undefined) continue;
    if (isChoice(control)) control.checked = control.value === value;
    else control.value = value;
  }
  dispatchEvent(new Event('draft'));
  const changed = JSON.stringify({ ...answersIn(form), key: '' }) !== before;
  if (changed) document.getElementById('draft-notice')?.removeAttribute('hidden');
}

function answersIn(form: HTMLFormElement): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const control of controlsOf(form)) {
    if (!isChoice(control)) answers[control.name] = control.value;
    else if (control.checked) answers[control.name] = control.value;
    else answers[control.name] ??= '';
  }
  return answers;
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (e): e is Control =>
      (e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement || e instanceof HTMLSelectElement) &&
      e.name !== '' &&
      !passing.has(e.name),
  );

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

// Storage may be switched off or full; the form works all the same.
function read(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}');
  } catch {
    return {};
  }
}
function write(answers: Record<string, string>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(answers));
  } catch {}
}
function forget(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {}
}
