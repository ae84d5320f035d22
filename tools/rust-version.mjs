// Checks the oldest supported version of Rust (`rust-version` in Cargo.toml) without compiling anything:
// every crate of the workspace takes it from there, no dependency needs a newer compiler, and nothing says
// otherwise. Clippy's `incompatible_msrv` refuses newer parts of the standard library by the same field.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compares `1.95` or `1.95.2` by their numbers. */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * What contradicts `rustVersion`, a sentence each.
 *
 * @param {string} rustVersion the oldest supported version
 * @param {object} metadata what `cargo metadata` writes
 * @param {{channel: string, msrv?: string}} tools the channel of rust-toolchain.toml, `msrv` of clippy.toml
 */
export function contradictions(rustVersion, metadata, tools) {
  const members = new Set(metadata.workspace_members);
  const found = [];
  for (const { id, name, version, rust_version: needs } of metadata.packages) {
    if (members.has(id) && needs !== rustVersion) {
      found.push(
        `${name} has rust-version ${needs ?? 'none'}: write rust-version.workspace = true`,
      );
    } else if (needs && compareVersions(needs, rustVersion) > 0) {
      found.push(`${name} ${version} needs Rust ${needs}, newer than ${rustVersion}`);
    }
  }
  const { channel, msrv } = tools;
  if (/^\d/.test(channel) && compareVersions(channel, rustVersion) < 0) {
    found.push(`rust-toolchain.toml installs ${channel}, older than ${rustVersion}`);
  }
  if (msrv && msrv !== rustVersion) {
    found.push(`clippy.toml has msrv ${msrv}: leave it out, clippy reads rust-version`);
  }
  return found;
}

/** The text that `key` is set to in a TOML file. */
async function setting(file, key) {
  const text = await readFile(file, 'utf8');
  return text.match(new RegExp(`^${key} = "([^"]*)"`, 'm'))?.[1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const json = execFileSync('cargo', ['metadata', '--format-version', '1', '--locked'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const rustVersion = await setting(path.join(root, 'Cargo.toml'), 'rust-version');
  const found = contradictions(rustVersion, JSON.parse(json), {
    channel: await setting(path.join(root, 'rust-toolchain.toml'), 'channel'),
    msrv: await setting(path.join(root, 'clippy.toml'), 'msrv'),
  });
  for (const line of found) console.error(`rust-version: ${line}`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
