// Memory and processor time of processes, from Linux's /proc.

import { readdirSync, readFileSync } from 'node:fs';

import { sum } from './arithmetic.mjs';

/** The processor time of a thread, in milliseconds, by its folder; of a process's folder, that of its first thread. */
export const processorTimeOf = (folder) =>
  Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** The processor time of a process's threads that have not ended, in milliseconds. */
export function processorTime(pid) {
  const threads = `/proc/${pid}/task`;
  return sum(
    readdirSync(threads).map((thread) => {
      try {
        return processorTimeOf(`${threads}/${thread}`);
      } catch {
        return 0; // The thread has ended.
      }
    }),
  );
}

export function residentBytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1024;
}
