import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { controlPath } from './control.ts';
import { createSimulator } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    options: { type: 'string', default: '{}' },
    seed: { type: 'string' },
  },
});
const options = {
  ...JSON.parse(values.options),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
};
const server = createSimulator();

server.listen(Number(values.port), '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const body = JSON.stringify({ command: 'configure', options });
  await fetch(`${origin}${controlPath}`, { method: 'POST', body });
  process.stdout.write(`${JSON.stringify({ origin })}\n`);
});

// Whoever started this process holds its input open; no simulator outlives its test.
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGTERM', () => process.exit(0));
