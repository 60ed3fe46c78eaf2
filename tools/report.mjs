// Counting checks: each step of `npm test` says how many passed and failed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './bootstrap.mjs';

/** Runs a step quietly; what it printed is shown in full when it fails, and the last lines otherwise. */
export function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
    child.once('close', (code) => resolve({ ok: code === 0, words: words.trim() }));
  });
}

/** A step that is one check as a whole. */
export const asOne = ({ ok, words }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, words });

/** The first line of what went wrong, without its colours. */
const gist = (message = '') => message.replace(/\u001b\[[\d;]*m/g, '').split('\n', 1)[0];
const within = (file) => relative(root, file);

/** Jest's report; a suite that did not even load is a failure too. */
export function fromJest(file, { ok, words }) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    const names = report.testResults.flatMap(({ name, message, assertionResults }) => {
      if (assertionResults.length === 0 && message) return [`${within(name)}: ${gist(message)}`];
      return assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${within(name)} › ${fullName}: ${gist(failureMessages[0])}`);
    });
    return { passed: report.numPassedTests, failed: failed || (ok ? 0 : 1), words, names };
  } catch {
    return { passed: 0, failed: 1, words };
  }
}

/** The last lines of node's own runner. */
export function fromTap({ ok, words }) {
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(words)?.[1] ?? 0);
  const names = [...words.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name]) => name);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') || (ok ? 0 : 1), words, names };
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
const lineOf = ({ file, title, tests }) => {
  const results = tests.flatMap((test) => test.results);
  return `${file} › ${title}: ${gist(results.find(({ error }) => error)?.error.message)}`;
};

/** Playwright's report; a test that passed only when tried again counts as failed. */
export function fromPlaywright(file, { ok, words }) {
  try {
    const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
    const specs = suites.flatMap(specsOf);
    const names = specs
      .filter(({ tests }) => tests.some(({ status }) => ['unexpected', 'flaky'].includes(status)))
      .map(lineOf);
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed || (ok ? 0 : 1), words, names };
  } catch {
    return { passed: 0, failed: 1, words };
  }
}
