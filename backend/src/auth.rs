//! OpenID Connect sign-in and sign-out, and sessions.
//!
//! Sessions are stored on the server: the browser has a random token in a cookie, the database its hash.

pub mod access_tokens;
pub mod add_in_user;
mod audience;
pub mod callback;
pub mod cookies;
pub mod email;
pub mod names;
mod pending_sign_in;
pub mod provider;
pub mod providers;
pub mod return_to;
pub mod sign_in;
pub mod sign_ins;
pub mod sign_out;
pub mod signed_in;
