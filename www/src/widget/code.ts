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

/** Indented here and not in a template: those lose their indentation when they are built. */
const indented = (line: string): string => `  ${line}`;
const lines = (...all: readonly string[]): string => all.join('\n');

const listenTo = (selector: string): string =>
  lines(
    `document.querySelector('${selector}').addEventListener('trade-credit-result', (event) => {`,
    indented('const { calculator, input, report } = event.detail;'),
    '});',
  );

/** `home` is the address of the folder that the files of the build are in. */
export function elementCode(home: string, settings: Partial<Settings>, open: string): Code {
  const attributes = settingTexts(settings).map(attribute);
  const isShort = attributes.join(' ').length < 80;
  const { origin } = new URL(home);
  return {
    html: lines(
      `<script type="module" src="${home}trade-credit.js"></script>`,
      ...(isShort ? [`<trade-credit ${attributes.join(' ')}>`] : ['<trade-credit', ...attributes.map(indented), '>']),
      indented(`<a href="${escaped(frameAddress(home, settings))}">${open}</a>`),
      '</trade-credit>',
    ),
    policy: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    listen: listenTo('trade-credit'),
  };
}

export function frameCode(home: string, settings: Partial<FrameSettings>, title: string): Code {
  const { origin } = new URL(home);
  const attributes = [
    `src="${escaped(frameAddress(home, settings))}"`,
    `title="${escaped(title)}"`,
    'style="width: 100%; border: 0"',
  ];
  return {
    html: lines(
      `<script src="${home}trade-credit-frames.js" defer></script>`,
      '<iframe',
      ...attributes.map(indented),
      '></iframe>',
    ),
    policy: `script-src ${origin}; frame-src ${origin}`,
    listen: listenTo('iframe'),
  };
}
