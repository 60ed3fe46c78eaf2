// Counting checks: each step of `npm test` says how many passed and failed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/** Jest's report; a suite that did not even load is a failure too. */
export function fromJest(file, { ok, words }) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: failed || (ok ? 0 : 1), words };
  } catch {
    return { passed: 0, failed: 1, words };
  }
}

/** The last lines of node's own runner. */
export function fromTap({ ok, words }) {
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(words)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') || (ok ? 0 : 1), words };
}

/** Playwright's report; a test that passed only when tried again counts as failed. */
export function fromPlaywright(file, { ok, words }) {
  try {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, 'utf8')).stats;
    return { passed: expected, failed: unexpected + flaky || (ok ? 0 : 1), words };
  } catch {
    return { passed: 0, failed: 1, words };
  }
}
