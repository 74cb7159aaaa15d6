// Pages that show the element, each as its framework has it: their types hold, and Vite builds them. The browser tests visit them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsc = (project, ...options) =>
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, ...options], {
    cwd: root,
    encoding: 'utf8',
  });

for (const name of ['html', 'react', 'vue']) {
  test(`a page in ${name} is built`, async () => {
    const outDir = join(root, '.tools/sites', name);
    rmSync(outDir, { recursive: true, force: true });
    await build({
      root: join(root, 'tests/sites', name),
      configFile: false,
      base: './',
      logLevel: 'error',
      // The test of the browser serves the calculator here.
      plugins: [
        {
          name: 'host',
          transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll('%CALCULATOR%', '/calculator') },
        },
        vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'trade-credit' } } }),
      ],
      build: {
        outDir,
        emptyOutDir: true,
        reportCompressedSize: false,
        rolldownOptions: { external: /^\/calculator\// },
      },
    });
    assert.ok(existsSync(join(outDir, 'index.html')));
  });
}

test('the types of the element hold under strict, in React and beside Vue', () => {
  tsc('tests/sites/react');
  tsc('tests/sites/vue');
});

test('the types stand on their own, without skipping what they are made of', () => {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--types',
      '',
      'dist/types/trade-credit.d.ts',
    ],
    { cwd: root, encoding: 'utf8' },
  );
});

test('the manifest says what the element has', () => {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const source = read('www/src/widget/element.ts');
  const [{ declarations }] = JSON.parse(read('dist/custom-elements.json')).modules;
  const [manifest] = declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  const tags = (pattern) => [...source.matchAll(pattern)].map(([, name]) => name).sort();
  const properties = /static override properties = \{([\s\S]*?)\n {2}\};/.exec(source)[1];
  const settings = [...properties.matchAll(/^ {4}(\w+): (.*),$/gm)].filter(
    ([, , options]) => !options.includes('state: true'),
  );
  assert.deepEqual(names(manifest.attributes), settings.map(([, name]) => name).sort());
  assert.deepEqual(
    manifest.members
      .filter(({ reflects }) => reflects)
      .map(({ name }) => name)
      .sort(),
    settings
      .filter(([, , options]) => options.includes('reflect: true'))
      .map(([, name]) => name)
      .sort(),
  );
  assert.deepEqual(names(manifest.events), tags(/^ \* @fires \S+ (\S+)/gm));
  assert.deepEqual(names(manifest.cssParts), tags(/^ \* @csspart (\S+)/gm));
  assert.deepEqual(names(manifest.cssProperties), tags(/^ \* @cssproperty \[?(--[\w-]+)/gm));
  const styles = read('www/src/widget/element.styles.ts');
  assert.deepEqual(names(manifest.cssProperties), [...new Set(styles.match(/--trade-credit-[\w-]+/g))].sort());
  for (const { name } of manifest.cssParts)
    assert.match(source + read('www/src/views/calculator-view.ts'), new RegExp(`part="${name}"`));
});
