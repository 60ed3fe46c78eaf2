// A browser without a system package: the one in @sparticuz/chromium, unpacked once. CHROMIUM_PATH wins where set.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packed = join(root, 'node_modules/@sparticuz/chromium');

// The package's own flags switch web security off; these do not.
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
);

async function unpack(folder) {
  const { extract } = createRequire(join(packed, 'package.json'))('tar-fs');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const open = (name) => brotliDecompressSync(readFileSync(join(packed, 'bin', name)));
  writeFileSync(join(draft, 'chromium'), open('chromium.br'));
  chmodSync(join(draft, 'chromium'), 0o755);
  for (const name of ['al2023.tar.br', 'fonts.tar.br'])
    await pipeline(Readable.from(open(name)), extract(draft));
  try {
    renameSync(draft, folder);
  } catch {
    // Another process was quicker; its copy serves as well.
    rmSync(draft, { recursive: true, force: true });
  }
}

const works = (binary, env) => spawnSync(binary, ['--version'], { env, stdio: 'ignore' }).status === 0;

/** What Playwright needs to launch it: `{executablePath, args, env}`. */
export async function chromiumLaunch() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return { executablePath: CHROMIUM_PATH, args: flags, env: { ...process.env } };
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(root, `.cache/chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  if (existsSync(join(folder, 'fonts/fonts.conf'))) env.FONTCONFIG_PATH = join(folder, 'fonts');
  // A machine without NSS gets the libraries from the package too.
  if (!works(executablePath, env)) {
    env.LD_LIBRARY_PATH = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { executablePath, args: flags, env };
}
