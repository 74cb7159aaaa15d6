// In a sandboxed frame the origin is opaque, and a module or a WebAssembly file is fetched as if from another site. Where the host
// does not allow that, the single file does as well: everything is inside.
addEventListener(
  'error',
  (event) => {
    if (self.origin === 'null' && event.target instanceof HTMLScriptElement)
      location.replace(`trade-credit.html${location.hash}`);
  },
  true,
);
