//! What a node and the database can suffer while people use the portal: slower than the other tests, so these run in
//! `make test-faults` alone. Each prints its counts; times are printed and never judged.
#![allow(
    clippy::print_stdout,
    reason = "counts and times are what these tests tell"
)]

mod crashes;
#[path = "../load/mod.rs"]
mod load;
mod slow_clients;
#[path = "../support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "shared with the other tests")]
mod support;
