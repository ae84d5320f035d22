//! The backend over HTTP, against the sandbox's conference server and identity provider. The files
//! are laid out as the addresses are.

mod auth;
mod bootstrap;
mod changes;
mod deletions;
mod invitation;
mod join;
mod launch;
mod logs;
mod networks;
mod numbers;
mod openapi;
mod order;
mod problems;
mod rights;
mod rooms;
mod site;
mod support;
