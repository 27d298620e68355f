/**
 * Lines «rows: field, field, …» with what an earlier line of the page told already left out: a line is told whole, with a
 * number, or as what it has beside one that was, and without. Every line stays told exactly.
 */
export function condenser(): (line: string) => string {
  const whole: { readonly number: number; readonly fields: readonly string[] }[] = [];
  return (line) => {
    const [rows = '', rest] = line.split(/: (.*)/s);
    if (rest === undefined || rows === 'refused') return line;
    const fields = rest.split(', ');
    const nearest = whole
      .map((known) => ({ known, short: against(known, fields) }))
      .sort((a, b) => a.short.length - b.short.length)[0];
    if (nearest && nearest.short.length < rest.length * 0.7) return `${rows}: ${nearest.short}`;
    if (fields.length < 3) return line;
    whole.push({ number: whole.length + 1, fields });
    return `${rows}: [${whole.length}] ${rest}`;
  };
}

function against(known: { readonly number: number; readonly fields: readonly string[] }, fields: readonly string[]) {
  const more = fields.filter((field) => !known.fields.includes(field));
  const names = new Set(more.map(nameOf));
  const less = known.fields.filter((field) => !fields.includes(field) && !names.has(nameOf(field)));
  return [`as [${known.number}]`, ...more, ...less.map((field) => `no ${nameOf(field)}`)].join(', ');
}

const nameOf = (field: string) => field.split(' ')[0] ?? field;
