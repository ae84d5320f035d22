//! The former release beside this one, on one PostgreSQL, as while an update goes on. `make test-releases` builds the
//! former release and starts PostgreSQL.
#![allow(
    clippy::print_stdout,
    reason = "counts are what the tests under load tell"
)]

mod beside;
#[path = "../load/mod.rs"]
mod load;
mod releases;
mod rolling_update;
#[path = "../support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "shared with the other tests")]
mod support;
