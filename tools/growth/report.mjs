// The figures as tables in Markdown.

import { median } from './arithmetic.mjs';
import { CONNECTIONS } from './concurrency.mjs';

/** All tables of a result, which was taken at `date`. */
export function report(result, date) {
  return [
    `${result.database}. ${result.machine}. ${date.toISOString()}`,
    '',
    sizesTable(result.sizes),
    rowsTable(result.sizes.at(-1).database.tables),
    costsTable(result.each_ms),
    streamsTable(result.streams),
    callsTable(result.calls_per_meeting),
    questionsTable(result),
  ].join('\n');
}

function sizesTable(sizes) {
  const head = [
    'after adding',
    'database, bytes',
    'more',
    'resident, bytes',
    'bootstrap/s, kept',
    'processor, ms',
    'anew: median, ms',
    'processor, ms',
    'answer, bytes',
  ];
  const rows = sizes.map(({ added, database, resident_bytes, bootstrap }, index) => [
    added,
    number(database.bytes),
    index === 0 ? '' : number(database.bytes - sizes[index - 1].database.bytes),
    number(resident_bytes),
    number(bootstrap.kept.per_second),
    number(bootstrap.kept.backend_ms, 2),
    number(bootstrap.made_anew.median_ms, 2),
    number(bootstrap.made_anew.backend_ms, 2),
    number(bootstrap.bytes),
  ]);
  return table(head, rows);
}

/** The largest table of the database first. */
function rowsTable(tables) {
  const rows = Object.entries(tables)
    .toSorted(([, a], [, b]) => b.bytes - a.bytes)
    .map(([name, { rows, bytes }]) => [name, number(rows), number(bytes), number(bytes / rows)]);
  return table(['table, with indexes', 'rows', 'bytes', 'bytes a row'], rows);
}

/** Of several steps, the median. */
function costsTable(each_ms) {
  const costs = Object.entries(each_ms);
  const hasDatabase = costs.some(([, steps]) => 'database' in steps[0]);
  const head = [
    `each, ${CONNECTIONS} at a time`,
    'processor of the backend, ms',
    ...(hasDatabase ? ['of the database, ms'] : []),
    'elapsed, ms',
  ];
  const rows = costs.map(([name, steps]) => [
    name,
    number(median(steps.map(({ backend }) => backend)), 2),
    ...(hasDatabase ? [number(median(steps.map(({ database }) => database)), 2)] : []),
    number(median(steps.map(({ elapsed }) => elapsed)), 2),
  ]);
  return table(head, rows);
}

function streamsTable(memory) {
  const rows = memory.map(({ what, streams, resident_bytes }) => [
    what,
    number(streams),
    number(resident_bytes),
  ]);
  return table(['streams', 'open', 'resident, bytes'], rows);
}

function callsTable(calls) {
  const rows = Object.entries(calls).map(([call, count]) => [call, number(count, 2)]);
  return table(['calls to the conference server', 'for each meeting'], rows);
}

function questionsTable({ questions, one_meeting_waited_for: one, rooms_pages_open: pages }) {
  const windows = Object.entries(questions).filter(([, count]) => typeof count === 'object');
  windows.push([`${one.people} people wait for one meeting`, one]);
  windows.push([`${pages.people} pages of rooms open`, pages]);
  const rows = windows.map(([name, count]) => [name, count.getMeetingInfo, count.getMeetings]);
  return table([`in ${questions.window_ms / 1000} s`, 'getMeetingInfo', 'getMeetings'], rows);
}

const number = (value, digits = 0) =>
  value === null ? 'not measured' : value.toLocaleString('en', { maximumFractionDigits: digits });

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
