// Checks that what the dashboard and the alerts ask for is what the backend exports: uses the portal until it has
// exported each of its metrics, compares names and labels with those in the expressions, and asks a Prometheus for
// each panel, if there is one.
// usage: node tools/check-metrics.mjs BACKEND METRICS CONFERENCE_SECRET SMTP_PORT RULES [PROMETHEUS]
// BACKEND is its public address; it has at most 20 connections, sends its mails to SMTP_PORT, which this program
// listens on, and exports METRICS. CONFERENCE_SECRET is a file, RULES the rules as JSON. PROMETHEUS scrapes METRICS
// each second.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// The parser of Prometheus's own web page.
const { parser } = createRequire(new URL('../e2e/package.json', import.meta.url))(
  '@prometheus-io/lezer-promql',
);

const [backend, metrics, secretFile, smtpPort, rulesFile, prometheus] = process.argv.slice(2);
const DASHBOARD = 'deploy/grafana/dashboards/parvis.json';
const RULES = 'deploy/prometheus/parvis.rules.yml';

/** The labels that Prometheus adds to what it scrapes. */
const OWN_LABELS = ['job', 'instance'];

/** What Grafana replaces in expressions, and what with here. */
const VARIABLES = {
  $__rate_interval: '10s',
  $__range: '10s',
  $job: '.+',
  $instance: '.+',
  $route: '.+',
};

/** A server that takes the first mail, and none after it. */
function mailServer() {
  let taken = 0;
  const server = createServer((socket) => {
    let inData = false;
    const say = (line) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.setEncoding('utf8').on('data', (text) => {
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        taken += 1;
        say('250 taken');
      } else if (/^DATA/i.test(text)) {
        inData = true;
        say('354 go on');
      } else if (/^MAIL/i.test(text) && taken > 0) {
        say('451 not now');
      } else if (/^QUIT/i.test(text)) {
        socket.end('221 bye\r\n');
      } else {
        say('250 fine');
      }
    });
    socket.on('error', () => {});
  });
  server.listen(smtpPort, '127.0.0.1').unref();
}

/** The cookie that an answer sets: not one that is removed, which has no value. */
function cookieOf(response) {
  const cookie = response.headers.getSetCookie().find((set) => !/^[^=]*=;/.test(set));
  if (!cookie) throw new Error(`no cookie from ${response.url} (${response.status})`);
  return cookie.split(';')[0];
}

/** Signs in; answers the session's cookie. */
async function signIn(account) {
  const begin = await fetch(`${backend}/auth/sign-in`, { redirect: 'manual' });
  const page = begin.headers.get('location');
  const decided = await fetch(page.replace('/authorize', '/decision'), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account }),
  });
  const callback = await fetch(decided.headers.get('location'), {
    redirect: 'manual',
    headers: { cookie: cookieOf(begin) },
  });
  return cookieOf(callback);
}

async function post(path, headers, body, expected) {
  const response = await fetch(`${backend}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== expected) throw new Error(`${path}: ${response.status} ${text}`);
  return text;
}

/** The conference server's report that a recording is ready, as a JWT. */
function readyReport(room, recording) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256' })}.${part({ meeting_id: room, record_id: recording })}`;
  const secret = readFileSync(secretFile, 'utf8').trim();
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Opens a stream of events, which stays open; answers the status. */
function openStream(cookie) {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    const sent = request(`${backend}/api/v1/events`, { agent, headers: { cookie } }, (response) => {
      response.resume().on('error', () => {});
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

/** Opens a connection; answers whether it is closed at once. */
function isClosedAtOnce() {
  const { hostname, port } = new URL(backend);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const timer = setTimeout(() => resolve(false), 200);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.resume();
  });
}

/** Tries at most so many times until `attempt` answers `true`. */
async function until(what, times, attempt) {
  for (let tried = 0; tried < times; tried += 1) if (await attempt()) return;
  throw new Error(`${what}: not after ${times} attempts`);
}

/** The samples of a text in the format of Prometheus: for each name, the labels of each. */
function samples(text) {
  const found = new Map();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (!name) continue;
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, k, v]) => [k, v]);
    found.set(name, [...(found.get(name) ?? []), Object.fromEntries(pairs)]);
  }
  return found;
}

/** Has the sandbox's conference server fail, or work again. */
async function conferenceFault(mode) {
  const answer = await fetch(`${process.env.SANDBOX}/_sandbox/fault`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode }),
  });
  if (!answer.ok) throw new Error(`the sandbox refuses the fault (${answer.status})`);
}

async function exported() {
  return samples(await (await fetch(metrics)).text());
}

/** Does what each metric counts, once at least. */
async function useEverything() {
  mailServer();
  const cookie = await signIn('alix');
  const guest = { origin: backend, 'content-type': 'application/json' };
  const headers = { ...guest, cookie };
  const room = JSON.parse(await post('/api/v1/rooms', headers, '{"name": "Conseil"}', 201));
  await post(`/api/v1/rooms/${room.id}/launch`, headers, '{}', 200);
  // A call that the conference server refuses.
  await conferenceFault('refuse');
  await post(`/api/v1/rooms/${room.id}/launch`, headers, '{}', 502);
  await conferenceFault('none');
  // Somebody waits for a meeting that the conference server does not know, about which it refuses to answer.
  const other = JSON.parse(await post('/api/v1/rooms', headers, '{"name": "Jury"}', 201));
  const invitation = await fetch(`${backend}/api/v1/rooms/${other.id}/invitation`, {
    headers: { cookie },
  });
  const [, secret] = (await invitation.json()).attendee_link.split('#');
  const joined = await post('/api/v1/join', guest, JSON.stringify({ secret, name: 'Zoé' }), 200);
  await fetch(`${backend}/api/v1/waiting/${JSON.parse(joined).waiting.ticket}`);
  await post('/api/v1/rooms', headers, JSON.stringify({ name: 'x'.repeat(70_000) }), 413);
  for (const recording of ['first', 'second']) {
    const signed_parameters = readyReport(room.id, recording);
    await post(
      '/api/v1/callbacks/recording-ready',
      { 'content-type': 'application/json' },
      JSON.stringify({ signed_parameters }),
      204,
    );
  }
  await fetch(`${backend}/readyz`);
  const isStreamRefused = async () => (await openStream(cookie)) === 503;
  await until('a stream is refused', 21, isStreamRefused);
  // A counter begins with its first event, which is no increase for Prometheus: it scrapes each second.
  await sleep(2_000);
  await until('a stream is refused again', 1, isStreamRefused);
  await until('a connection is refused', 21, isClosedAtOnce);
  await until('mails are sent', 100, async () => {
    await sleep(100);
    return (await exported()).get('parvis_mails_total')?.length === 2;
  });
}

/** The expressions of the dashboard and of the rules, with what Grafana replaces, and where they are. */
function expressions() {
  const dashboard = JSON.parse(readFileSync(DASHBOARD, 'utf8'));
  const rules = JSON.parse(readFileSync(rulesFile, 'utf8'));
  const panels = dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ where: `${DASHBOARD}, "${title}"`, expr, isPanel: true })),
  );
  const annotations = dashboard.annotations.list.map(({ name, expr }) => ({
    where: `${DASHBOARD}, "${name}"`,
    expr,
  }));
  const variables = dashboard.templating.list.flatMap(({ name, query }) => {
    const [, expr] = /^label_values\((.*),\s*\w+\)$/.exec(query?.query ?? '') ?? [];
    return expr ? [{ where: `${DASHBOARD}, $${name}`, expr }] : [];
  });
  const alerts = rules.groups
    .flatMap((group) => group.rules)
    .map(({ alert, expr }) => ({ where: `${RULES}, ${alert}`, expr }));
  const replaced = ({ expr, ...rest }) => ({
    ...rest,
    expr: expr.replace(/\$\w+/g, (name) => VARIABLES[name] ?? name),
  });
  return [...panels, ...annotations, ...variables, ...alerts].map(replaced);
}

/** What is wrong with an expression, given what is exported; adds the names that it uses to `used`. */
function mistakes(expr, found, used) {
  const wrong = [];
  const labels = new Set([...found.values()].flat().flatMap(Object.keys));
  const text = (node) => expr.slice(node.from, node.to);
  const isKnown = (label) => OWN_LABELS.includes(label) || labels.has(label);
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) wrong.push(`not PromQL at "${expr.slice(node.from, node.from + 30)}"`);
      if (node.name === 'GroupingLabels') {
        for (const label of node.node.getChildren('LabelName').map(text)) {
          if (!isKnown(label)) wrong.push(`no metric has a label ${label}`);
        }
      }
      if (node.name !== 'VectorSelector') return;
      const name = text(node.node.getChild('Identifier') ?? node);
      // Prometheus's own.
      if (name === 'up') return;
      used.add(name);
      if (!found.has(name)) {
        wrong.push(`the backend exports no ${name}`);
        return;
      }
      const matchers = node.node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher');
      for (const matcher of matchers ?? []) {
        const label = text(matcher.getChild('LabelName'));
        if (OWN_LABELS.includes(label)) continue;
        const values = new Set(found.get(name).map((sample) => sample[label]));
        if (values.has(undefined)) wrong.push(`${name} has no label ${label}`);
        // Statuses are HTTP's, and some of them need a full disk.
        if (label === 'status') continue;
        const value = JSON.parse(text(matcher.getChild('StringLiteral')));
        // Each alternative of names, or the pattern as a whole.
        const patterns = /^[\w|]+$/.test(value) ? value.split('|') : [value];
        for (const pattern of patterns) {
          const regex = new RegExp(`^(?:${pattern.replace(/[{}]/g, '\\$&')})$`);
          if (![...values].some((known) => regex.test(known))) {
            wrong.push(`no ${name} has ${label}=${pattern}, but ${[...values].join(', ')}`);
          }
        }
      }
    },
  });
  return wrong;
}

/** The number of results of an expression. */
async function resultsOf(expr) {
  const answer = await fetch(`${prometheus}/api/v1/query?${new URLSearchParams({ query: expr })}`);
  const { status, error, data } = await answer.json();
  if (status !== 'success') throw new Error(error);
  return data.resultType === 'scalar' ? 1 : data.result.length;
}

if (prometheus) {
  await until('Prometheus scrapes', 100, async () => {
    await sleep(200);
    return (await resultsOf('up == 1')) > 0;
  });
}
await useEverything();
const found = await exported();
const used = new Set();
const wrong = expressions().flatMap(({ where, expr }) =>
  mistakes(expr, found, used).map((mistake) => `${where}: ${mistake}`),
);
for (const name of found.keys()) {
  const base = name.replace(/_(bucket|sum|count)$/, '');
  if (![name, `${base}_bucket`].some((name) => used.has(name))) {
    // A histogram counts what its counter counts.
    if (!/_(sum|count)$/.test(name)) wrong.push(`${DASHBOARD}: no panel shows ${name}`);
  }
}
if (prometheus && wrong.length === 0) {
  // Rates need two samples.
  await sleep(3_000);
  for (const { where, expr, isPanel } of expressions()) {
    try {
      if ((await resultsOf(expr)) === 0 && isPanel) wrong.push(`${where}: no data: ${expr}`);
    } catch (error) {
      wrong.push(`${where}: ${error.message}`);
    }
  }
}
for (const line of wrong) console.error(line);
// Ends the streams as well.
process.exit(wrong.length === 0 ? 0 : 1);
