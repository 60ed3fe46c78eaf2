import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: unknown;
  ports?: string[];
  environment?: Record<string, string>;
}
const compose = readFileSync('docker-compose.yml', 'utf8');
const { services } = parse(compose) as { services: Record<string, Service> };

/** What the tests alone use, and what the system gives. */
const ours = /^(OPIRING_TEST_|E2E_|NODE_|NX_|LC_|FORCE_|LD_|npm_|PATH$|CHROMIUM_PATH$)/;

function variablesRead(): string[] {
  const files = globSync('{apps/api/src,libs/*/api/src,tools}/**/*.{ts,mjs}').filter(
    (name) => !name.includes('.spec.'),
  );
  const named = files.flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)/g)].map(
      ([, variable = '']) => variable,
    ),
  );
  const composed = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, variable = '']) => variable);
  return [...new Set([...named, ...composed])].filter((name) => !ours.test(name)).sort();
}

describe('running it for real', () => {
  it('has a database, its migrations, two servers behind a proxy, and mail', () => {
    expect(Object.keys(services).sort()).toEqual(['api-1', 'api-2', 'database', 'mail', 'migrate', 'proxy']);
    expect(services['database']?.image).toMatch(/^postgres:18/);
  });

  it('gives the servers no right over the tables', () => {
    for (const name of ['api-1', 'api-2'])
      expect(services[name]?.environment).not.toHaveProperty('DATABASE_URL');
  });

  it('lets only the proxy be reached from outside', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports?.length);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
  });

  it('has no secret in the file', () => {
    const secrets = [...compose.matchAll(/^\s+\w*PASSWORD\w*:\s*(\S+)/gm)].map(([, value = '']) => value);
    expect(secrets.length).toBeGreaterThan(0);
    for (const value of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:\?/);
  });

  it.each(variablesRead())('%s is explained in the README', (name) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${name}\``);
  });
});
