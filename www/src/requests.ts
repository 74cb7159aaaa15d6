/** A request of the page, as its browser recorded it. */
export interface Asked {
  readonly address: string;
  /** Whether it went to where the page itself comes from. */
  readonly isOwn: boolean;
  /** Whether it belongs to the loading of the page. */
  readonly isLoading: boolean;
}

/** The page's own files all lie beside this one. */
const ownFiles = new URL(/* @vite-ignore */ '.', import.meta.url).href;

const asked: Asked[] = [];

/**
 * Parts of the page that are too large to be fetched before their place is opened: the first request for each belongs to the
 * loading, whenever it comes.
 */
const parts = new Set<string>();
export const isPart = (address: string): string => (parts.add(address), address);

/** Everything that was asked for so far, the document left out. */
export const requestLog = (): readonly Asked[] => asked;

/**
 * Records what the page asks of the network, and tells at every change how much of it came after a moment. The page's
 * own files are no news until `complete` says that all of them have arrived.
 *
 * Browsers fetch the icon of a page when they find the time: that one belongs to the loading. Chromium would ask for it
 * again at every change of the fragment, which is how one moves about here; once it is there, its address is put out
 * of use. (Without a link at all it would ask for /favicon.ico instead.)
 */
export function requestsSince(start: number, complete: () => boolean, tell: (count: number) => void): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const iconAddress = icon?.href;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      const isIcon = name === iconAddress;
      if (isIcon) icon?.setAttribute('href', 'http://');
      asked.push({
        address: name,
        isOwn: new URL(name, document.baseURI).origin === location.origin,
        isLoading: isIcon || startTime <= start || parts.delete(name) || (!complete() && name.startsWith(ownFiles)),
      });
    }
    tell(asked.filter(({ isLoading }) => !isLoading).length);
  }).observe({ type: 'resource', buffered: true });
}
