import { startEngine } from './engine';
import { keepOffline } from './offline';
import './app';

const app = document.querySelector('tc-app');

try {
  if (app) app.engine = await startEngine();
} catch (error) {
  // Without WebAssembly, or with a policy against it, compiling fails whatever the network does.
  const blocked = typeof WebAssembly !== 'object' || error instanceof WebAssembly.CompileError;
  if (app) app.failure = blocked ? 'wasm' : 'load';
}

// The single file is all there is of it: nothing to keep at hand. Where the browser does not let it, the page works online.
if (app && import.meta.env.MODE !== 'single')
  void keepOffline((use) => {
    app.newer = use;
  }).catch(() => undefined);
