// Event streams that stay open, any number of them at the same time.

import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** Opens a stream, and waits for its first event. The stream ends by `close`, or by an event with `lastText`. */
export function openStream(address, headers, lastText) {
  return new Promise((resolve, reject) => {
    const sent = get(address, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${address}: ${answer.statusCode}`));
      answer.on('error', () => {});
      answer.setEncoding('utf8').on('data', (text) => {
        resolve({ close: () => sent.destroy() });
        if (text.includes(lastText)) sent.destroy();
      });
    });
    sent.on('error', reject);
  });
}

/** Opens a stream whose events nobody reads, and waits for its headers. */
export function holdStream(address, headers) {
  return new Promise((resolve, reject) => {
    const events = get(address, { agent, headers }, () =>
      resolve({ close: () => events.destroy() }),
    );
    events.on('error', reject);
  });
}
