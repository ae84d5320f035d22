// Request for the session details.

const TOO_LONG_MS = 10_000;

/** Requests the details from the portal at `api`, authorised by the page's `token`. `tag` is the ETag of the
 * last response. Returns `[status, tag, text]`. */
export async function ask({ api, token }, tag) {
  const answer = await fetch(new URL('/api/v1/session', api), {
    headers: { authorization: `Bearer ${token}`, ...(tag && { 'if-none-match': tag }) },
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TOO_LONG_MS),
  });
  return [answer.status, answer.headers.get('etag'), await answer.text()];
}
