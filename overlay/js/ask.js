// One question to whoever has the data.

const TOO_LONG_MS = 10_000;

/** Asks by what a page has: somebody else who asks in its place, `relay`; a `source` of its own,
 * `(tag) => Promise<Response>`; or the `token` that it shows to the portal's `api`. Answers
 * `[status, tag, text]`, as a relay does. */
export async function ask({ relay, source, api, token }, tag) {
  if (relay) return relay(tag);
  const answer = await (source ? source(tag) : fromPortal(api, token, tag));
  return [answer.status, answer.headers.get('etag'), await answer.text()];
}

const fromPortal = (api, token, tag) =>
  fetch(new URL('/api/v1/session', api), {
    headers: { authorization: `Bearer ${token}`, ...(tag && { 'if-none-match': tag }) },
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TOO_LONG_MS),
  });
