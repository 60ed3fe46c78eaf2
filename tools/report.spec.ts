import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Told {
  passed: number;
  failed: number;
  names?: string[];
}
type Ran = { ok: boolean; words: string };

describe('what `npm test` says at its end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.json');
  const ran: Ran = { ok: false, words: '' };
  let report: {
    fromJest: (file: string, ran: Ran) => Told;
    fromPlaywright: (file: string, ran: Ran) => Told;
    fromTap: (ran: Ran) => Told;
  };
  beforeAll(async () => {
    report = (await import('./report.mjs' as string)) as typeof report;
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const of = (content: object): string => {
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it('names what failed in Jest, and suites that did not load', () => {
    const told = report.fromJest(
      of({
        numPassedTests: 2,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 1,
        testResults: [
          {
            name: join(process.cwd(), 'libs/a.spec.ts'),
            message: 'long',
            assertionResults: [
              { status: 'passed', fullName: 'a holds', failureMessages: [] },
              {
                status: 'failed',
                fullName: 'a breaks',
                failureMessages: ['\u001b[2mError: two\u001b[22m\n at x'],
              },
            ],
          },
          {
            name: join(process.cwd(), 'libs/b.spec.ts'),
            message: 'Cannot find it\nmore',
            assertionResults: [],
          },
        ],
      }),
      ran,
    );
    expect(told).toMatchObject({
      passed: 2,
      failed: 2,
      names: ['libs/a.spec.ts › a breaks: Error: two', 'libs/b.spec.ts: Cannot find it'],
    });
  });

  it('counts as failed, and names, what passed only when tried again', () => {
    const test = (status: string, ...messages: (string | undefined)[]) => [
      { status, results: messages.map((message) => (message ? { error: { message } } : {})) },
    ];
    const told = report.fromPlaywright(
      of({
        stats: { expected: 1, unexpected: 1, flaky: 1 },
        suites: [
          {
            specs: [{ file: 'a.spec.ts', title: 'holds', tests: test('expected', undefined) }],
            suites: [
              {
                specs: [
                  {
                    file: 'a.spec.ts',
                    title: 'breaks',
                    tests: test('unexpected', 'Error: gone\nx', 'Error: gone'),
                  },
                  { file: 'a.spec.ts', title: 'wavers', tests: test('flaky', 'Error: late', undefined) },
                ],
              },
            ],
          },
        ],
      }),
      ran,
    );
    expect(told).toMatchObject({
      passed: 1,
      failed: 2,
      names: ['a.spec.ts › breaks: Error: gone', 'a.spec.ts › wavers: Error: late'],
    });
  });

  it('reads the last lines of node’s own runner', () => {
    const words = 'ok 1 - holds\nnot ok 2 - is killed\n# pass 1\n# fail 1\n# cancelled 0';
    expect(report.fromTap({ ok: false, words })).toMatchObject({
      passed: 1,
      failed: 1,
      names: ['is killed'],
    });
  });

  it('takes no report for a failure', () => {
    expect(report.fromJest(join(folder, 'none'), ran)).toMatchObject({ passed: 0, failed: 1 });
    expect(report.fromPlaywright(join(folder, 'none'), ran)).toMatchObject({ passed: 0, failed: 1 });
  });
});
