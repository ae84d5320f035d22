//! HTTP middleware, extractors and problem details, shared by all endpoints. It contains no endpoint.

pub mod accept_encoding;
pub mod accept_language;
pub mod answers;
pub mod bearer;
mod body;
pub mod brotli;
pub mod client_address;
pub mod contract_version;
pub mod download;
pub mod etag;
pub mod objects;
pub mod origin;
pub mod part;
pub mod prepared_response;
pub mod problem;
mod refusals;
pub mod request;
pub mod security_headers;
pub mod stream;
pub mod trace;
pub mod unread_body;
