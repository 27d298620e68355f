import { type Html, html } from './html.ts';

export type Field = {
  readonly name: string;
  readonly label: string;
  /** Where one name appears twice on a page. */
  readonly id?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string;
  readonly optional?: boolean;
};
export type Choice = { readonly value: string; readonly term: string; readonly hint?: string };

const idOf = (field: Field) => field.id ?? field.name;

/** What is wrong, on top, with focus and links; the same words stand beside each field. */
export function errorSummary(
  errors: readonly { readonly id?: string | undefined; readonly text: string }[],
): Html | false {
  return (
    errors.length > 0 &&
    html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">${errors.some((e) => e.id) ? '请先处理以下问题' : '这次没有成功'}</h2>
      <ul>${errors.map((e) => html`<li>${e.id ? html`<a href="#${e.id}">${e.text}</a>` : e.text}</li>`)}</ul>
    </div>`
  );
}

export function textInput(field: Field, attributes: Html = html``): Html {
  return html`<div class="field${field.error ? ' wrong' : ''}">
    ${labelled(field)}
    <input class="text" type="text" id="${idOf(field)}" name="${field.name}" value="${field.value ?? ''}" ${described(field)} ${attributes}>
  </div>`;
}

export function textArea(field: Field, rows: number, limit: number): Html {
  // The line break after the tag is eaten by HTML, so a text that begins with one keeps it.
  return html`<div class="field${field.error ? ' wrong' : ''}">
    ${labelled(field)}
    <textarea class="text" id="${idOf(field)}" name="${field.name}" rows="${rows}" data-limit="${limit}" ${described(field, `${idOf(field)}-count`)}>
${field.value ?? ''}</textarea>
    <p class="hint count" id="${idOf(field)}-count">最多 ${limit} 个字</p>
  </div>`;
}

export function select(field: Field, choices: readonly Choice[]): Html {
  return html`<div class="field${field.error ? ' wrong' : ''}">
    ${labelled(field)}
    <select class="text" id="${idOf(field)}" name="${field.name}" ${described(field)}>
      <option value="">请选择</option>
      ${choices.map((c) => html`<option value="${c.value}"${c.value === field.value && html` selected`}>${c.term}</option>`)}
    </select>
  </div>`;
}

/** `heading`: the question is the title of the page. */
export function radios(field: Field, choices: readonly Choice[], heading = false): Html {
  return html`<div class="field${field.error ? ' wrong' : ''}"><fieldset ${described({ ...field, error: undefined })}>
    <legend>${heading ? html`<h1>${field.label}</h1>` : html`<span class="label">${field.label}</span>`}</legend>
    ${hintOf(field)}${errorOf(field)}
    ${choices.map((c, i) => {
      const id = i === 0 ? idOf(field) : `${idOf(field)}-${c.value}`;
      return html`<div class="choice">
        <input type="radio" id="${id}" name="${field.name}" value="${c.value}"${c.value === field.value && html` checked`}${c.hint && html` aria-describedby="${id}-about"`}>
        <label for="${id}">${c.term}</label>${c.hint && html`<p class="hint" id="${id}-about">${c.hint}</p>`}
      </div>`;
    })}
  </fieldset></div>`;
}

export function checkbox(field: Field): Html {
  return html`<div class="choice box">
    <input type="checkbox" id="${idOf(field)}" name="${field.name}" value="yes"${field.value === 'yes' && html` checked`} ${described(field)}>
    <label for="${idOf(field)}">${field.label}</label>${hintOf(field)}
  </div>`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** A field people neither see nor reach; programs that fill in everything give themselves away. */
export const trapName = 'website';
export const trap = html`<div class="trap" aria-hidden="true"><label for="${trapName}">请勿填写此栏</label><input type="text" id="${trapName}" name="${trapName}" tabindex="-1" autocomplete="off"></div>`;

const labelled = (field: Field) =>
  html`<label class="label" for="${idOf(field)}">${field.label}${field.optional && html`<span class="optional">（选填）</span>`}</label>${hintOf(field)}${errorOf(field)}`;
const hintOf = (field: Field) => field.hint && html`<p class="hint" id="${idOf(field)}-hint">${field.hint}</p>`;
const errorOf = (field: Field) =>
  field.error && html`<p class="error" id="${idOf(field)}-error"><span class="spoken">错误：</span>${field.error}</p>`;

function described(field: Field, more?: string): Html | false {
  const ids = [field.hint && `${idOf(field)}-hint`, field.error && `${idOf(field)}-error`, more]
    .filter(Boolean)
    .join(' ');
  return ids !== '' && html`aria-describedby="${ids}"${field.error && html` aria-invalid="true"`}`;
}
