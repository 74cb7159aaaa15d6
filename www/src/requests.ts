/** The page's own files all lie beside this one. */
const ownFiles = new URL(/* @vite-ignore */ '.', import.meta.url).href;

/**
 * Counts what the page asks of the network from a moment on, and tells at every change. The page's own files are no
 * news until `complete` says that all of them have arrived.
 *
 * Browsers fetch the icon of a page when they find the time: that one belongs to the loading. Chromium would ask for it
 * again at every change of the fragment, which is how one moves about here; once it is there, its address is put out
 * of use. (Without a link at all it would ask for /favicon.ico instead.)
 */
export function requestsSince(start: number, complete: () => boolean, tell: (count: number) => void): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const address = icon?.href;
  let count = 0;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      const own = !complete() && name.startsWith(ownFiles);
      if (name === address) icon?.setAttribute('href', 'http://');
      else if (startTime > start && !own) tell(++count);
    }
  }).observe({ type: 'resource', buffered: true });
}
