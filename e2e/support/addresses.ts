// The journeys' servers, and their addresses: not on the ports of `make run`, so that both can run.

export const port = Number(process.env.PARVIS_E2E_PORT ?? 18080);

/** The portal's origin. */
export const portal = `http://localhost:${port}`;

/** The sandbox's origin: conference server and identity provider. */
export const sandbox = `http://127.0.0.1:${port + 1}`;

/** The folder of the servers' binaries, from the root of the repository. */
export const bin = process.env.PARVIS_E2E_BIN ?? 'target/ci';
