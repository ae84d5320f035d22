// The changes that slim.mjs makes to a script of wasm-bindgen. The build fails where the generated script no longer
// has the expected form.

/** Classes for streams between wasm and JavaScript, from a dependency of Leptos: wasm-bindgen exports them even if
 * nothing uses them. */
const UNUSED = 'IntoUnderlying(?:ByteSource|Sink|Source)';

/** The script without the classes for streams. `file` is its name, for error messages. */
export function dropStreams(whole, file) {
  const without = whole
    .replaceAll(new RegExp(`^export class ${UNUSED} \\{$[\\s\\S]*?^\\}$`, 'gm'), '')
    .replaceAll(new RegExp(`^if \\(Symbol\\.dispose\\) ${UNUSED}\\..*$`, 'gm'), '')
    .replaceAll(new RegExp(`^const ${UNUSED}Finalization = [\\s\\S]*?;$`, 'gm'), '');
  if (without === whole || without.includes('IntoUnderlying')) {
    throw new Error(`${file}: not the classes for streams that are known`);
  }
  return without;
}

/** Makes the script provide all imports as one module, `a`: its own, and those of scripts that it imports. */
export function joinImports(script, imports, file) {
  const given = new Map();
  const line = /^ +"(\S+)": (import\d+),\n/gm;
  // A script that provides several imports occurs several times.
  const rest = script.replaceAll(line, (_, module, object) => {
    given.set(module, given.get(module) ?? object);
    return '';
  });
  const missing = imports.filter(({ module }) => !given.has(module));
  if (missing.length > 0) throw new Error(`${file}: gives nothing of ${missing[0].module}`);
  const objects = [...given.values()].map((object) => `...${object}`);
  const joined = rest.replace(
    /^( +)__proto__: null,\n(?= +\};)/m,
    `$1a: { ${objects.join(', ')} },\n`,
  );
  if (joined === rest) throw new Error(`${file}: gives its imports otherwise than is known`);
  return joined;
}

/** Makes the script use the short names of imports and exports. `shared` are exports that chunks use, not the
 * script. */
export function shorten(script, { imports, exports }, shared, file) {
  const inScript = [
    ...imports.filter(({ module }) => !script.includes(`from "${module}"`)),
    ...exports.filter(({ name }) => !shared.includes(name)),
  ];
  const short = new Map([...imports, ...exports].map(({ name, short }) => [name, short]));
  const replaced = new Set();
  const rename = (name) => {
    replaced.add(name);
    return short.get(name);
  };
  const shortened = script
    // As a property of the wasm's exports, or as the name of an imported function.
    .replaceAll(/\bwasm\.(\w+)/g, (whole, name) =>
      short.has(name) ? `wasm.${rename(name)}` : whole,
    )
    .replaceAll(/^(\s+)(\w+)(?=: function\()/gm, (whole, indent, name) =>
      short.has(name) ? `${indent}${rename(name)}` : whole,
    );
  const left = inScript.map(({ name }) => name).filter((name) => !replaced.has(name));
  if (left.length > 0) throw new Error(`${file}: ${left.join(', ')} not found in it`);
  return shortened;
}
