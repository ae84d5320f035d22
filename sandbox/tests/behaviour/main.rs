//! What the sandbox does, over HTTP, against the started library.

mod balancers;
mod conference;
mod conference_page;
mod create;
mod documents;
mod end;
mod faults;
mod identity;
mod introspection;
mod join;
mod lobby;
mod page;
mod plugin_host;
mod plugin_texts;
mod plugins;
mod portal;
mod protected_recordings;
mod ready_reports;
mod recordings;
mod roles;
mod sign_in;
mod token;
