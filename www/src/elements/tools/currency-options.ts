import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';

/** In the browsers' lists, but no invoice is made out in them: no minor unit, or no longer in use. */
const unusable = new Set(['ANG', 'XDR', 'XSU']);

/** The currencies of this page's first visitors; every other one the browser knows follows. */
const common = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'AUD', 'SGD', 'KRW'];

/** Older browsers cannot list what they know; the common ones are enough there. */
const supported = (): string[] => ('supportedValuesOf' in Intl ? Intl.supportedValuesOf('currency') : []);

/** `all`: they are many, and a browser takes a while to find their names, so both are there only for those who look. */
export function currencyOptions({ language, words }: Context, chosen: string, all: boolean): TemplateResult {
  const names = all ? new Intl.DisplayNames(language, { type: 'currency' }) : null;
  const others = all ? supported().filter((code) => !common.includes(code) && !unusable.has(code)) : [];
  const first = common.includes(chosen) || all ? common : [...common, chosen];
  const option = (code: string) =>
    html`<option value=${code} ?selected=${code === chosen}>${code}${names && ` ${names.of(code)}`}</option>`;
  return html`
    <optgroup label=${words.shell.commonCurrencies}>${first.map(option)}</optgroup>
    ${all ? html`<optgroup label=${words.shell.otherCurrencies}>${others.map(option)}</optgroup>` : nothing}
  `;
}
