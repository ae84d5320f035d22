// Which chunks the page at an address needs: src/chunks.json, as code for src/boot.js.

/** `routes`: a list of `{ path, signed_in, chunks }`. In a path `*` stands for one segment, `:room` for the identifier of a room; without
 * `signed_in` a route is for everybody; of several that fit, the first counts. `files` are the files of
 * each chunk. */
export function likelyChunks(routes, files) {
  const entries = JSON.parse(routes).map(({ path, signed_in, chunks }) => {
    const needed = chunks.flatMap((chunk) => {
      if (!files[chunk]) throw new Error(`src/chunks.json: ${path}: there is no chunk "${chunk}"`);
      return files[chunk];
    });
    return `[${pattern(path)},${signed_in},${JSON.stringify([...new Set(needed)])}]`;
  });
  return `[${entries}]`;
}

const PLACEHOLDERS = { '*': '[^/]+', ':room': '[\\da-fA-F-]{36}' };

function pattern(path) {
  const segments = path.split('/').filter(Boolean);
  if (segments.some((segment) => !(segment in PLACEHOLDERS) && !/^[\w-]+$/.test(segment))) {
    throw new Error(`src/chunks.json: ${path} is no path`);
  }
  const expressions = segments.map((segment) => `\\/${PLACEHOLDERS[segment] ?? segment}`);
  return `/^${expressions.join('')}\\/?$/`;
}
