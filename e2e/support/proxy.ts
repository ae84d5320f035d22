// Proxies before the portal, which can be told to answer in its place.

import { createServer, request as forward, type RequestListener } from 'node:http';
import { freePort } from './ports.ts';

/** Passes every request on to a port of this machine, unbuffered. */
export function proxyTo(port: number): RequestListener {
  return (request, response) => {
    const { method, url: path, headers } = request;
    const onward = forward({ port, method, path, headers, host: '127.0.0.1' }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    // When one side closes the connection, close the other.
    onward.once('error', () => response.destroy());
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  };
}

/** Answers a request in place of the portal; returns whether it does. */
type Answer = (...given: Parameters<RequestListener>) => boolean;

export interface PortalProxy {
  /** Its origin. */
  origin: string;
  /** The origin that it passes requests on to. */
  target: string;
  /** Asks `answer` first from now on; without one, the portal answers everything. */
  answerFirst: (answer?: Answer) => void;
  end: () => void;
}

/** Starts a proxy before a port of this machine. */
export async function startProxy(target: number): Promise<PortalProxy> {
  const port = await freePort();
  const pass = proxyTo(target);
  let first: Answer | undefined;
  const server = createServer((request, response) => {
    if (!first?.(request, response)) pass(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${port}`,
    target: `http://localhost:${target}`,
    answerFirst: (answer) => {
      first = answer;
    },
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
