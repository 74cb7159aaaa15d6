import { fragmentOf, settingTexts, type FrameSettings, type Settings } from './settings';

/** What is to be copied into a page: the same everywhere it is shown. */
export interface Code {
  readonly html: string;
  /** Directives to add to a content security policy. */
  readonly policy: string;
  /** How a script of the page hears of results. */
  readonly listen: string;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/'/g, '&#39;');

const attribute = ([name, text]: readonly [string, string]): string =>
  text === '' ? name : text.includes('"') ? `${name}='${escaped(text)}'` : `${name}="${escaped(text)}"`;

/** The address of a calculator on its own, and in a frame. */
export const frameAddress = (home: string, settings: Partial<FrameSettings>): string =>
  `${home}embed.html${fragmentOf(settings)}`;

/** `home` is the address of the folder that the files of the build are in. */
export function elementCode(home: string, settings: Partial<Settings>, open: string): Code {
  const attributes = settingTexts(settings).map(attribute);
  const short = attributes.join(' ').length < 80;
  const tag = short ? ['<trade-credit', ...attributes].join(' ') : `<trade-credit\n  ${attributes.join('\n  ')}\n`;
  const { origin } = new URL(home);
  return {
    html: `<script type="module" src="${home}trade-credit.js"></script>
${tag}>
  <a href="${escaped(frameAddress(home, settings))}">${open}</a>
</trade-credit>`,
    policy: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    listen: `document.querySelector('trade-credit').addEventListener('trade-credit-result', (event) => {
  const { calculator, input, report } = event.detail;
});`,
  };
}

export function frameCode(home: string, settings: Partial<FrameSettings>, title: string): Code {
  const { origin } = new URL(home);
  return {
    html: `<script src="${home}trade-credit-frames.js" defer></script>
<iframe
  src="${escaped(frameAddress(home, settings))}"
  title="${escaped(title)}"
  style="width: 100%; border: 0"
></iframe>`,
    policy: `script-src ${origin}; frame-src ${origin}`,
    listen: `document.querySelector('iframe').addEventListener('trade-credit-result', (event) => {
  const { calculator, input, report } = event.detail;
});`,
  };
}
