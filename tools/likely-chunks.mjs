// Turns src/chunks.json, the chunks and texts that the page at each address needs, into code for src/boot.js.

/** `routes` is a list of `{ path, signed_in, chunks, further_texts }` as JSON. In a path `:room` matches the identifier
 * of a room, `:` and another name any segment; a route without `signed_in` is for everybody, one with `further_texts`
 * also needs the further file of texts. `files` are the files of each chunk. */
export function likelyChunks(routes, files) {
  const entries = JSON.parse(routes).map(({ path, signed_in, chunks, further_texts }) => {
    const needed = chunks.flatMap((chunk) => {
      if (!files[chunk]) throw new Error(`src/chunks.json: ${path}: there is no chunk "${chunk}"`);
      return files[chunk];
    });
    const further = further_texts ? ',true' : '';
    return `[${pattern(path)},${signed_in},${JSON.stringify([...new Set(needed)])}${further}]`;
  });
  return `[${entries}]`;
}

/** The patterns of the addresses of all pages, as code. */
export function pagePatterns(routes) {
  const paths = JSON.parse(routes).map(({ path }) => pattern(path));
  return `[${[...new Set(paths)]}]`;
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
