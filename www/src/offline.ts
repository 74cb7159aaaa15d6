/**
 * Keeps the page at hand for when the network is off: a service worker holds every file of one build. Another build is
 * fetched whole, beside the old one, and waits; `offer` is called with what puts it to use.
 */
export async function keepOffline(offer: (use: () => void) => void): Promise<void> {
  // From a file, or over http from another machine, there is no such thing; the page works all the same.
  if (!navigator.serviceWorker) return;
  const { serviceWorker } = navigator;

  let wanted = false;
  const first = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (wanted) location.reload();
    // Another tab has changed over, and what this one has not loaded yet is gone.
    else if (!first) offer(() => location.reload());
  });

  const registration = await serviceWorker.register(new URL('./sw.js', document.baseURI));
  const waiting = () => {
    const next = registration.waiting;
    if (!next || !serviceWorker.controller) return;
    offer(() => {
      wanted = true;
      next.postMessage({ type: 'SKIP_WAITING' });
    });
  };
  const arriving = () =>
    registration.installing?.addEventListener('statechange', ({ target }) => {
      if ((target as ServiceWorker).state === 'installed') waiting();
    });
  waiting();
  arriving();
  registration.addEventListener('updatefound', arriving);
}
