// One data folder, one running Õpiring. The lock names a process, so a killed one never blocks the next start.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** When the process began, so that a reused process number is not mistaken for the old one. */
function bornAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19];
  } catch {
    return '';
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Who holds the folder now: `{pid, url?}`, or undefined when nobody alive does. */
export function holderOf(folder) {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
    return isAlive(holder.pid) && bornAt(holder.pid) === holder.born ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the folder for this process; undefined when somebody else has it. Taking it twice is harmless. */
export async function hold(folder, facts = {}) {
  const holder = holderOf(folder);
  if (holder && holder.pid !== process.pid) return undefined;
  const file = join(folder, 'running.json');
  const mine = JSON.stringify({ ...holder, ...facts, pid: process.pid, born: bornAt(process.pid) });
  if (!holder) rmSync(file, { force: true });
  writeFileSync(file, mine, { flag: holder ? 'w' : 'wx' });
  // Two starts may both have found a dead holder's lock: the one whose words remain has it.
  if (!holder) await sleep(30);
  if (readFileSync(file, 'utf8') !== mine) return undefined;
  return () => {
    if (holderOf(folder)?.pid === process.pid) rmSync(file, { force: true });
  };
}
