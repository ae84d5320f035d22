// An identity provider at which sign-ins fail: it does not answer, refuses, or gives unusable answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from './ports.ts';

/** An endpoint that fails, and its answer; the others work. */
export interface Failing {
  at: 'description' | 'authorization' | 'token';
  answer:
    | { status: number; kind: string; body: string }
    /** The error code with which it sends the person back. */
    | { error: string };
}

export interface StandIn {
  issuer: string;
  end: () => Promise<void>;
}

/** Starts one; without `failing`, nothing listens at its address. */
export async function startStandIn(failing?: Failing): Promise<StandIn> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  if (!failing) return { issuer, end: async () => {} };
  const json = (response: ServerResponse, value: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  const places: Record<string, (request: URL, response: ServerResponse) => void> = {
    '/.well-known/openid-configuration': (_, response) =>
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorization`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      }),
    '/keys': (_, response) => json(response, { keys: [] }),
    '/authorization': ({ searchParams }, response) => {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      if ('error' in failing.answer) back.searchParams.set('error', failing.answer.error);
      else back.searchParams.set('code', 'a-code');
      response.writeHead(302, { location: back.href }).end();
    },
  };
  const failsAt = { description: '/.well-known/openid-configuration', token: '/token' };
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const { at, answer } = failing;
    if (at !== 'authorization' && 'status' in answer && url.pathname === failsAt[at]) {
      response.writeHead(answer.status, { 'content-type': answer.kind }).end(answer.body);
      return;
    }
    const place = places[url.pathname];
    if (place) place(url, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    end: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
