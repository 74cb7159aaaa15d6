import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

type Headers = Readonly<Record<string, string>>;

/** A plain file server, an origin of its own. What it serves and how may change while it runs. */
export class Host {
  /** The folder under each path, the longest path first. */
  folders: Readonly<Record<string, string>> = { '/': dist };
  /** Documents written for a test, by path. */
  pages: Record<string, string> = {};
  /** Headers beside the type. */
  headers: (path: string) => Headers = () => ({});
  types: Readonly<Record<string, string>> = types;
  /** Milliseconds before each answer. */
  delay = 0;
  /** Paths that are asked for and not there. */
  missing: (path: string) => boolean = () => false;
  readonly asked: string[] = [];
  origin = '';
  #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(change: Partial<Host> = {}): Promise<Host> {
    const server = createServer();
    const host = Object.assign(new Host(server), change);
    server.on('request', async ({ url = '/' }, response) => {
      const path = decodeURIComponent(new URL(url, 'http://host').pathname);
      host.asked.push(path);
      if (host.delay > 0) await new Promise((resolve) => setTimeout(resolve, host.delay));
      const found = host.missing(path) ? undefined : await host.#find(path);
      if (found === undefined) return response.writeHead(404, host.headers(path)).end('not found');
      const type = host.types[extname(found.name)];
      response.writeHead(200, { ...(type === undefined ? {} : { 'content-type': type }), ...host.headers(path) });
      return response.end(found.content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return host;
  }

  async #find(path: string): Promise<{ name: string; content: Buffer | string } | undefined> {
    const page = this.pages[path];
    if (page !== undefined) return { name: 'page.html', content: page };
    const base = Object.keys(this.folders)
      .sort((a, b) => b.length - a.length)
      .find((start) => path.startsWith(start));
    if (base === undefined) return undefined;
    const inside = normalize(`/${path.slice(base.length)}`);
    const name = inside.endsWith('/') ? `${inside}index.html` : inside;
    try {
      return { name, content: await readFile(join(this.folders[base] ?? '', name)) };
    } catch {
      return undefined;
    }
  }

  /** Also cuts what is still open: afterwards the network is off. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
