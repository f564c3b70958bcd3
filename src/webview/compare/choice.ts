import { html, type TemplateResult } from 'lit';
import type { ChoiceView } from '../compareProtocol.ts';

/** A choice of one, as radio buttons that go by its id. */
export function choice({ id, label, options }: ChoiceView): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    ${options.map(
      ({ value, label: words, chosen }) =>
        html`<label><input type="radio" name=${id} value=${value} .checked=${chosen} /> ${words}</label>`,
    )}
  </fieldset>`;
}
