//! Signing in and out by OpenID Connect, and who is asking.
//!
//! Sessions are the server's: the browser holds a random token in a cookie, the database its hash.

pub mod callback;
pub mod cookies;
pub mod email;
pub mod names;
pub mod provider;
pub mod providers;
pub mod return_to;
pub mod sign_in;
pub mod sign_ins;
pub mod sign_out;
pub mod signed_in;
