// Request for the session details.

const TIMEOUT_MS = 10_000;

/** Requests the details from the portal at `api`, authorised by the page's `token`. `tag` is the ETag of the
 * last response. Returns `[status, tag, text]`. */
export async function fetchDetails({ api, token }, tag) {
  const response = await fetch(new URL('/api/v1/session', api), {
    headers: { authorization: `Bearer ${token}`, ...(tag && { 'if-none-match': tag }) },
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return [response.status, response.headers.get('etag'), await response.text()];
}
