/**
 * Counts what the page asks of the network from a moment on, and tells at every change. Browsers fetch the icon of a
 * page when they find the time, often last of all: it belongs to the loading.
 */
export function requestsSince(start: number, tell: (count: number) => void): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href;
  let count = 0;
  new PerformanceObserver((list) => {
    const later = list.getEntries().filter(({ startTime, name }) => startTime > start && name !== icon).length;
    if (later > 0) tell((count += later));
  }).observe({ type: 'resource', buffered: true });
}
