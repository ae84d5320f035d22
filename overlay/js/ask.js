// One question to the portal.

const TOO_LONG_MS = 10_000;

/** Shows the `token` that a page has to the portal's `api`. Answers `[status, tag, text]`. */
export async function ask({ api, token }, tag) {
  const answer = await fetch(new URL('/api/v1/session', api), {
    headers: { authorization: `Bearer ${token}`, ...(tag && { 'if-none-match': tag }) },
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TOO_LONG_MS),
  });
  return [answer.status, answer.headers.get('etag'), await answer.text()];
}
