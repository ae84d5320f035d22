// Which chunks the page at an address needs: src/chunks.json, as code for src/boot.js.

/** `routes`: a list of `{ path, signed_in, chunks }`. In a path `:room` stands for the identifier of a room, `:`
 * and another name for any segment; without `signed_in` a route is for everybody. `files` are the files of each
 * chunk. */
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

/** The identifier of a room. */
const ROOM = '[\\da-fA-F-]{36}';
const ANY = '[^/]+';

function pattern(path) {
  const expressions = path
    .split('/')
    .filter(Boolean)
    .map((segment) => {
      if (/^[\w-]+$/.test(segment)) return segment;
      if (/^:\w+$/.test(segment)) return segment === ':room' ? ROOM : ANY;
      throw new Error(`src/chunks.json: ${path} is no path`);
    });
  return `/^\\/${expressions.join('\\/')}\\/?$/`;
}
