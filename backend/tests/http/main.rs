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
mod deletions;
mod full_disk;
mod guessing;
mod idempotency;
mod invitation;
mod join;
mod launch;
mod linking;
mod log_outputs;
mod mails;
mod networks;
mod new_recordings;
mod numbers;
mod openapi;
mod options;
mod order;
mod problems;
mod protected_recordings;
mod providers;
mod races;
mod recording_ready;
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
