import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareVersions, contradictions } from './rust-version.mjs';

const tools = { channel: 'stable' };

/** What `cargo metadata` writes about these packages, of which the first is the workspace's. */
function metadata(...versions) {
  const packages = versions.map((rust_version, index) => ({
    id: `id-${index}`,
    name: `crate-${index}`,
    version: '1.0.0',
    rust_version,
  }));
  return { packages, workspace_members: ['id-0'] };
}

test('versions are compared by their numbers', () => {
  assert.ok(compareVersions('1.9', '1.10') < 0);
  assert.ok(compareVersions('1.95.1', '1.95') > 0);
  assert.equal(compareVersions('1.95', '1.95.0'), 0);
});

test('crates that need this version or an older one are no contradiction', () => {
  assert.deepEqual(contradictions('1.95', metadata('1.95', '1.60', null, '1.95.0'), tools), []);
});

test('a dependency that needs a newer compiler is named', () => {
  const [found, ...others] = contradictions('1.95', metadata('1.95', '1.96'), tools);
  assert.match(found, /crate-1 1\.0\.0 needs Rust 1\.96/);
  assert.deepEqual(others, []);
});

test('a crate of the workspace with another version, or none, is named', () => {
  for (const version of ['1.94', null]) {
    assert.match(contradictions('1.95', metadata(version), tools)[0], /crate-0 has rust-version/);
  }
});

test('a toolchain that is too old and a second setting for clippy are named', () => {
  const whole = metadata('1.95');
  assert.equal(contradictions('1.95', whole, { channel: '1.96.0' }).length, 0);
  assert.match(contradictions('1.95', whole, { channel: '1.94.1' })[0], /older than 1\.95/);
  assert.match(
    contradictions('1.95', whole, { channel: 'stable', msrv: '1.90' })[0],
    /leave it out/,
  );
});
