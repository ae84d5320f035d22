// Proof of work: solves an ALTCHA challenge in a worker. Posts {"challenge", "solution"} as JSON, or null if
// it fails or exceeds the timeout.

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

// How long the backend accepts a solution (LIFETIME in code_entry/proof_of_work.rs), in milliseconds.
const LIFETIME = 22 * 60_000;

addEventListener('message', async ({ data }) => {
  try {
    const challenge = JSON.parse(data);
    const solution = await solveChallenge({ challenge, deriveKey, timeout: LIFETIME });
    postMessage(solution && JSON.stringify({ challenge, solution }));
  } catch {
    postMessage(null);
  }
  close();
});
