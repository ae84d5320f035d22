// What `make bench` has measured: each figure with its target, a mark if that is missed, and the best peer's figure.
// Prints it, and writes docs/performance.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const OUTPUT = 'docs/performance.md';
const MISSED = '✗';

/** @param {string} name */
const measured = (name) => {
  const path = `target/bench/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

const [portal, steps, requests, onPostgres, waiting, overlay, reference, tenThousand] = [
  'portal',
  'steps',
  'requests',
  'requests-postgresql',
  'waiting',
  'overlay',
  'reference',
  'ten-thousand',
].map(measured);

const screen = (name) => portal?.screens.find((row) => row.screen === name);
const rooms = screen('rooms (50)');
const visitor = screen('visitor');
const megabytes = (bytes) => bytes && bytes / 1e6;

/** For each path: requests a second, at least `target`, and the time within which 99 of 100 are answered. */
const rates = (found, targets) =>
  PATHS.flatMap(([path, peer, slowest], n) => [
    [`\`${path}\``, found?.[path]?.per_second, 'requests a second', targets[n], peer, 'least'],
    [`\`${path}\`, 99 of 100`, found?.[path]?.p99_ms, 'ms', 15, slowest],
  ]);
const PATHS = [
  ['/api/v1/bootstrap', '8.4', '3,100'],
  ['/api/v1/rooms?limit=100', '8.4', '3,100'],
  ['/api/v1/rooms/{id}/invitation', '–', '–'],
  ['/api/meetings', '124', '220'],
];

/**
 * A figure: its name, what was measured, its unit, the target, and the best peer's figure. A target is the most that it
 * may be, or the least where `least` is set.
 */
const parts = {
  'A browser that comes for the first time': [
    ['rooms page, 50 rooms', rooms?.weight.bytes, 'bytes', 260_000, '474,207'],
    ['rooms page, requests', rooms?.weight.requests, '', 8, '20'],
    ['rooms page, elements', rooms?.weight.elements, '', 1_000, '842'],
    ['home, signed out', visitor?.weight.bytes, 'bytes', 240_000, '502,277'],
    ['whole session', steps?.bytes, 'bytes', 440_000, '581,646 for one page'],
  ],
  'Times on a slow laptop and line': [
    ['rooms: first contentful paint', rooms?.throttled.fcp, 'ms', 800, '2,024'],
    ['rooms: 50 rooms painted', rooms?.throttled.whole, 'ms', 1_900, '3,553'],
    ['rooms: blocked', rooms?.throttled.tbt, 'ms', 200, '1,556'],
    ['rooms: layout shift', rooms?.throttled.shift, '', 0, '0'],
    ['home, signed out: first contentful paint', visitor?.throttled.fcp, 'ms', 800, '1,644'],
    ['home, signed out: usable', visitor?.throttled.usable, 'ms', 1_800, '–'],
    ...Object.entries(steps?.medians ?? {}).map(([name, ms]) => [
      `step: ${name}`,
      ms,
      'ms',
      150,
      '2,000 to 3,000',
    ]),
  ],
  '500 rooms, processor four times slower, to the next paint': Object.entries(
    portal?.interactions ?? {},
  ).map(([name, ms]) => [name, ms, 'ms', 50, peerOf(name)]),
  [`${number(tenThousand?.rooms ?? 10_000)} rooms on a slow laptop and line`]: [
    ['first screen painted', tenThousand?.painted_ms, 'ms', 1_700, 'not possible'],
    ['all of them listed', tenThousand?.listed_ms, 'ms', 6_000, 'not possible'],
    ['longest frame while scrolling', tenThousand?.longest_frame_ms, 'ms', 50, 'not possible'],
  ],
  'Memory of the rooms page': [
    ['heap and wasm', rooms && megabytes(rooms.memory.js + rooms.memory.wasm), 'MB', 5, '2.5'],
  ],
  "Session's details in a meeting": [
    ['until the page has it', overlay?.bytes.stub, 'bytes', 3_000, '–'],
    ['until open', overlay?.bytes.open.all, 'bytes', 60_000, '–'],
    ['click to open, first time', overlay?.throttled_ms.cold, 'ms', 1_000, '–'],
    ['click to open, later', overlay?.throttled_ms.warm, 'ms', 50, '–'],
  ],
  'Backend, on the two cores of the load': [
    ...rates(requests, [4_000, 4_000, 2_000, 2_000]),
    [
      `${waiting?.people ?? ''} waiting people: the last is told`,
      waiting?.told_after_ms.last,
      'ms',
      2_000,
      '–',
    ],
    ['their memory', megabytes(waiting?.resident_bytes.waiting), 'MB', 150, '157 a worker'],
    ['start to ready, with a new database', tenThousand?.ready_ms, 'ms', 300, '–'],
    ['memory, idle', megabytes(waiting?.resident_bytes.idle), 'MB', 40, '157 a worker'],
  ],
  'Backend with PostgreSQL, on the two cores of the database and the load': rates(
    onPostgres,
    [2_000, 2_000, 2_000, 2_000],
  ),
};

function number(value) {
  const maximumFractionDigits = Number.isInteger(value) || value >= 100 ? 0 : 1;
  return value.toLocaleString('en', { maximumFractionDigits });
}

function peerOf(name) {
  if (name.startsWith('sort')) return '3,163 with 50 rooms';
  if (name === 'star') return '2,221 with 50 rooms';
  return name === 'open dialog' ? '527 with 50 rooms' : '–';
}

const lines = [
  '# Performance',
  '',
  'Made by `make bench`: medians of 7 after a warm-up, of a release build, with the load and the browser on the same',
  `machine. "Slow laptop and line" is a processor four times slower, 1.6 Mbit/s down, 150 ms latency, an empty cache.`,
  `A figure that misses its target is marked with ${MISSED}.`,
  '',
  `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; Chromium ${portal?.chromium ?? 'not used'}.`,
  `Reference, which is the same in every run: page ${reference?.page_ms ?? '–'} ms, server ` +
    `${reference ? number(reference.requests_per_second) : '–'} requests a second.`,
  'Compare runs by their ratio to it.',
];
let missed = 0;
for (const [title, figures] of Object.entries(parts)) {
  const rows = figures.map(([name, value, unit, target, peer, kind]) => {
    const isLeast = kind === 'least';
    const isMeasured = value !== undefined && value !== null && !Number.isNaN(value);
    const isMissed = isMeasured && (isLeast ? value < target : value > target);
    if (isMissed) missed += 1;
    const shown = isMeasured ? `${number(value)} ${unit}`.trim() : 'not measured';
    const bound = `${isLeast ? '≥' : '≤'} ${number(target)}`;
    return `| ${name} | ${shown} | ${bound} | ${isMissed ? MISSED : ''} | ${peer} |`;
  });
  if (rows.length === 0) continue;
  lines.push(
    '',
    `## ${title}`,
    '',
    '| | measured | target | | best peer |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  );
}
writeFileSync(OUTPUT, `${lines.join('\n')}\n`);
process.stdout.write(
  `${lines.join('\n')}\n\n${missed} figures miss their target. Written to ${OUTPUT}.\n`,
);
