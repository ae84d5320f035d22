// Code splitting: loads the chunks of the app's wasm, which are the code of pages that not everybody opens.
// tools/build-app.mjs bundles this with the script of wasm-bindgen and with the names of the chunks' files.
//
// A chunk that fails to load is an error for the caller, and is fetched again at the next call.
// `parvisGone` on the window, which the start script makes, has the files that no longer exist: another version has
// been deployed.

/** The time without progress after which a download is aborted. */
const STALLED_MS = 15_000;
/** The status codes for a file that no longer exists. */
const GONE = [404, 410];

/** Promises of the chunks that are loaded or loading, by file. */
const chunks = new Map();

/** Makes the function by which the wasm loads `files`. `shared` returns what they import from the main wasm;
 * `callback` is an index in its function table. */
export const loader = (files, shared) => async (callback, data) => {
  let isLoaded = true;
  try {
    await Promise.all(files.map((file) => load(file, shared)));
  } catch (error) {
    // The callback reports the failure; a preload ignores it.
    console.warn(error);
    isLoaded = false;
  }
  shared().__indirect_function_table.get(callback)(data, isLoaded);
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
  const restartTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(() => request.abort(new Error(`${file} stalled`)), STALLED_MS);
  };
  restartTimer();
  try {
    const response = await fetch(file, { signal: request.signal });
    if (GONE.includes(response.status)) window.parvisGone.add(file);
    const type = response.headers.get('content-type');
    // Some servers return their start page for a missing file.
    if (response.ok && type?.startsWith('text/html')) window.parvisGone.add(file);
    if (!response.ok || !type?.startsWith('application/wasm')) {
      throw new Error(`${file}: ${response.status} ${type}`);
    }
    const transform = (bytes, stream) => {
      restartTimer();
      stream.enqueue(bytes);
    };
    const body = response.body.pipeThrough(new TransformStream({ transform }));
    const module = await WebAssembly.compileStreaming(new Response(body, response));
    // During a deployment, another server may have answered before without having the file.
    window.parvisGone.delete(file);
    return module;
  } finally {
    clearTimeout(timer);
  }
}
