// A third-party OpenID provider: npm's `oidc-provider`, which ProConnect is based on too. Everybody who signs in there
// is Alix.

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { type Instance, startInstance } from './instance.ts';
import { freePort } from './ports.ts';

/** The settings of a provider. */
export interface Provided {
  /** Its metadata of the portal as a client. */
  client?: Partial<ClientMetadata>;
  /** Its features and algorithms. */
  configuration?: Configuration;
  /** The claims of Alix. */
  claims: Record<string, unknown>;
  /** Claims in the identity token only. */
  idTokenClaims?: Record<string, unknown>;
  /** The portal's settings for it, by their names after PARVIS_OIDC_AGENTS_. */
  settings?: Record<string, string>;
}

export interface Portal extends Instance {
  /** The provider's issuer. */
  issuer: string;
}

/** A key for each algorithm with asymmetric keys. */
function keys() {
  const pairs = [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['PS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['EdDSA', generateKeyPairSync('ed25519')],
  ] as const;
  return pairs.map(([alg, { privateKey }]) => ({
    ...privateKey.export({ format: 'jwk' }),
    alg,
    kid: alg,
    use: 'sig',
  }));
}

/** Starts a provider, and a portal whose agents sign in there. */
export async function startPortal({
  client,
  configuration,
  claims,
  idTokenClaims,
  settings,
}: Provided): Promise<Portal> {
  const own = mkdtempSync(join(tmpdir(), 'parvis-provider-'));
  const secret = 'a secret of the client that is long enough for any algorithm of theirs';
  const secretFile = join(own, 'client-secret');
  writeFileSync(secretFile, secret);
  const server = createServer();
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const variables = Object.entries(settings ?? {}).map(([name, value]) => [
    `PARVIS_OIDC_AGENTS_${name}`,
    value,
  ]);
  const instance = await startInstance({
    PARVIS_OIDC_AGENTS_ISSUER: issuer,
    PARVIS_OIDC_AGENTS_CLIENT_ID: 'parvis',
    PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE: secretFile,
    ...Object.fromEntries(variables),
  });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'parvis',
        client_secret: secret,
        redirect_uris: [`${instance.origin}/auth/callback`],
        post_logout_redirect_uris: [`${instance.origin}/`],
        ...client,
      },
    ],
    jwks: { keys: keys() },
    cookies: { keys: ['a key of the cookies of this run'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: (use) => ({ sub, ...claims, ...(use === 'id_token' ? idTokenClaims : {}) }),
    }),
    ...configuration,
    features: { ...configuration?.features, devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...instance,
    issuer,
    end: async () => {
      await instance.end();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      rmSync(own, { recursive: true, force: true });
    },
  };
}
