// Prints the first free port on 127.0.0.1 from the one given on, or any free one.
import { createServer } from 'node:net';

const free = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });

const first = Number(process.argv[2] ?? 0);
let found;
for (let port = first; found === undefined && port < first + 100; port++) found = await free(port);
if (found === undefined) throw new Error(`no free port from ${first} on`);
console.log(found);
