// Loads the chunks of the app's wasm: the code of pages that not everybody opens. tools/build-app.mjs
// bundles this with the script of wasm-bindgen and with the names of the chunks' files.
//
// A chunk that does not arrive is an error to whoever has asked for it, and is fetched anew the next
// time. `parvisOutdated` on the window says that a file is gone: another version has been deployed.

/** How long a chunk may stand still on its way. */
const STALLED_MS = 15_000;
/** What a server answers for a file that it had, and has no more. */
const GONE = [404, 410];

/** Files that are loaded, or about to be. */
const chunks = new Map();

/** Makes the function by which the wasm asks for `files`. `shared` gives what they import from the app's
 * main wasm; `callback` is a function in its table. */
export const loader = (files, shared) => async (callback, data) => {
  let arrived = true;
  try {
    await Promise.all(files.map((file) => load(file, shared)));
  } catch (error) {
    // Whoever asked for it is told: what is fetched beforehand may fail unnoticed.
    console.warn(error);
    arrived = false;
  }
  shared().__indirect_function_table.get(callback)(data, arrived);
};

function load(file, shared) {
  let chunk = chunks.get(file);
  if (!chunk) {
    chunk = compile(file).then((module) =>
      WebAssembly.instantiate(module, { __wasm_split: shared() }),
    );
    chunks.set(file, chunk);
    chunk.catch(() => chunks.delete(file));
  }
  return chunk;
}

async function compile(file) {
  const request = new AbortController();
  let timer;
  const moves = () => {
    clearTimeout(timer);
    timer = setTimeout(() => request.abort(new Error(`${file} stalled`)), STALLED_MS);
  };
  moves();
  try {
    const response = await fetch(file, { signal: request.signal });
    if (GONE.includes(response.status)) window.parvisOutdated = true;
    const type = response.headers.get('content-type');
    // A server that answers its page for what it does not have, too.
    if (response.ok && type?.startsWith('text/html')) window.parvisOutdated = true;
    if (!response.ok || !type?.startsWith('application/wasm')) {
      throw new Error(`${file}: ${response.status} ${type}`);
    }
    const transform = (bytes, stream) => {
      moves();
      stream.enqueue(bytes);
    };
    const body = response.body.pipeThrough(new TransformStream({ transform }));
    const module = await WebAssembly.compileStreaming(new Response(body, response));
    // Of two servers in the midst of a deployment, one may have had it.
    window.parvisOutdated = false;
    return module;
  } finally {
    clearTimeout(timer);
  }
}
