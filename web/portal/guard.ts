const restMs = 8000;

/** A second click while the first is under way does nothing; after a while it may be tried again. */
export function guardDoubleClick(): void {
  for (const form of document.forms) {
    let sentAt = Number.NEGATIVE_INFINITY;
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      if (event.timeStamp - sentAt < restMs) return event.preventDefault();
      sentAt = event.timeStamp;
      form.setAttribute('aria-busy', 'true');
    });
    addEventListener('pageshow', () => {
      sentAt = Number.NEGATIVE_INFINITY;
      form.removeAttribute('aria-busy');
    });
  }
}
