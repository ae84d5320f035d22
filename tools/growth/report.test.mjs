import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report } from './report.mjs';

const size = (added, bytes) => ({
  added,
  database: {
    bytes,
    tables: { accounts: { rows: 2, bytes: 1000 }, rooms: { rows: 3, bytes: 4000 } },
  },
  resident_bytes: 40_000_000,
  bootstrap: {
    bytes: 1200,
    kept: { per_second: 2196.6, backend_ms: 0.614 },
    made_anew: { median_ms: 2.978, backend_ms: 2.695 },
  },
});

const result = {
  machine: 'A machine',
  database: 'SQLite',
  sizes: [size('start', 200_000), size('50 rooms', 241_000)],
  each_ms: {
    'a room is created': [
      { backend: 9, elapsed: 30 },
      { backend: 2.5, elapsed: 4 },
      { backend: 10, elapsed: 5 },
    ],
  },
  calls_per_meeting: { create: 1, end: 0.985 },
  one_meeting_waited_for: { people: 4000, getMeetingInfo: 2, getMeetings: 0 },
  rooms_pages_open: { people: 3000, getMeetingInfo: 0, getMeetings: 4 },
  streams: [{ what: 'waiting', streams: 2000, resident_bytes: 126_324_736 }],
  questions: {
    window_ms: 20_000,
    meetings: 20,
    'no page open': { getMeetingInfo: 0, getMeetings: 1 },
  },
};
const linesOf = (given) => report(given, new Date(0)).split('\n');
const lines = linesOf(result);
const has = (line) => assert.ok(lines.includes(line), `${line}\nis not in\n${lines.join('\n')}`);

test('a report begins with the database, the machine and the date', () => {
  assert.equal(lines[0], 'SQLite. A machine. 1970-01-01T00:00:00.000Z');
});

test('a size has what it is more than the one before', () => {
  has('| start | 200,000 |  | 40,000,000 | 2,197 | 0.61 | 2.98 | 2.7 | 1,200 |');
  has('| 50 rooms | 241,000 | 41,000 | 40,000,000 | 2,197 | 0.61 | 2.98 | 2.7 | 1,200 |');
});

test('tables are listed by size, with the bytes of a row', () => {
  has('| accounts | 2 | 1,000 | 500 |');
  const place = (name) => lines.findIndex((line) => line.startsWith(`| ${name} |`));
  assert.equal(place('rooms') + 1, place('accounts'));
});

test('a cost is the median of its steps', () => {
  has('| each, 16 at a time | processor of the backend, ms | elapsed, ms |');
  has('| a room is created | 9 | 5 |');
});

test('a cost has a column for the database where that has its own processes', () => {
  const cost = (database) => [{ backend: 2.5, elapsed: 4, database }];
  const each_ms = { 'a room is created': cost(1.5), 'a person signs in': cost(null) };
  const lines = linesOf({ ...result, each_ms });
  assert.ok(lines.includes('| a room is created | 2.5 | 1.5 | 4 |'));
  assert.ok(lines.includes('| a person signs in | 2.5 | not measured | 4 |'));
});

test('questions are counted for each window, and for the streams of many people', () => {
  has('| in 20 s | getMeetingInfo | getMeetings |');
  has('| no page open | 0 | 1 |');
  has('| 4000 people wait for one meeting | 2 | 0 |');
  has('| 3000 pages of rooms open | 0 | 4 |');
  assert.ok(!lines.some((line) => line.includes('window_ms') || line.includes('| meetings |')));
});

test('calls and streams have a line each', () => {
  has('| end | 0.99 |');
  has('| waiting | 2,000 | 126,324,736 |');
});
