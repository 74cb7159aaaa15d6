/**
 * For pages that hold calculators in frames: each frame gets the height of its calculator, and hears of its results as an
 * event `trade-credit-result`, or `trade-credit-cleared` when there is none any more. Frames are known by their address
 * (`…/embed.html`); a message counts for the frame whose window sent it, so there may be any number of them, and they need
 * no id.
 */
import { VERSION, type AskMessage, type Message } from './messages';

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => /\/embed\.html([?#]|$)/.test(frame.src));

addEventListener('message', ({ data, source, origin }: MessageEvent<Message | null | undefined>) => {
  if (!data || data.version !== VERSION || !source) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.type === 'trade-credit:size') {
    // Anything may be in a message.
    const height = Math.ceil(data.height);
    if (height > 0 && height < 1e5) frame.style.height = `${height}px`;
  } else if (
    /^trade-credit:(result|cleared)$/.test(data.type) &&
    (origin === new URL(frame.src).origin || origin === 'null')
  ) {
    // `null` is the origin of a sandboxed frame.
    frame.dispatchEvent(new CustomEvent(data.type.replace(':', '-'), { detail: data, bubbles: true }));
  }
});

const ask: AskMessage = { type: 'trade-credit:ask', version: VERSION };
for (const { contentWindow } of frames()) contentWindow?.postMessage(ask, '*');
