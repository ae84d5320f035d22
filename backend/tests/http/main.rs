//! The backend over HTTP, against the sandbox's conference server and identity provider. The files
//! are laid out as the addresses are.

mod auth;
mod bootstrap;
mod invitation;
mod join;
mod launch;
mod logs;
mod openapi;
mod problems;
mod rooms;
mod site;
mod support;
