import { startEngine } from './engine';
import { partWith, whole } from './engine-source';
import { home } from './home';

/** The text of the document is painted before anything is computed; a window nobody sees has no frames to wait for. */
const painted = (): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise((resolve) => setTimeout(resolve, 100)),
  ]);

const starting = startEngine(partWith(home) ?? whole);
// Whatever becomes of it is told below.
starting.catch(() => undefined);
await painted();
await import('./app');
const app = document.querySelector('tc-app');

try {
  const engine = await starting;
  if (app) app.engine = engine;
} catch (error) {
  // Without WebAssembly, or with a policy against it, compiling fails whatever the network does.
  const blocked = typeof WebAssembly !== 'object' || error instanceof WebAssembly.CompileError;
  if (app) app.failure = blocked ? 'wasm' : 'load';
}

// The single file is all there is of it: nothing to keep at hand. Where the browser does not let it, the page works online.
if (import.meta.env.MODE !== 'single')
  app?.addEventListener('tc-ready', async () => {
    const { keepOffline } = await import('./offline');
    await keepOffline((use) => (app.newer = use)).catch(() => undefined);
  });
