import { startEngine } from './engine';
import './app';

const app = document.querySelector('tc-app');

try {
  if (app) app.engine = await startEngine();
} catch (error) {
  // Without WebAssembly, or with a policy against it, compiling fails whatever the network does.
  const blocked = typeof WebAssembly !== 'object' || error instanceof WebAssembly.CompileError;
  if (app) app.failure = blocked ? 'wasm' : 'load';
}
