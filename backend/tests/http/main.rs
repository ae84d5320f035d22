//! HTTP tests of the backend, against the sandbox's conference server and identity provider. The files are laid
//! out like the addresses.

mod attendees;
mod auth;
mod balancers;
mod bodies;
mod bootstrap;
mod changes;
mod codes;
mod command_line;
mod database_faults;
mod delegated_rooms;
mod delegates;
mod deletions;
mod full_disk;
mod guessing;
mod handovers;
mod idempotency;
mod invitation;
mod join;
mod launch;
mod linking;
mod log_outputs;
mod networks;
mod numbers;
mod openapi;
mod options;
mod order;
mod problems;
mod providers;
mod races;
mod recordings;
mod renewals;
mod rights;
mod rooms;
mod session;
mod session_plugin;
mod site;
#[path = "../support/mod.rs"]
mod support;
mod telephone;
mod temporary;
mod waiting;
mod waiting_room;
