//! Fault switch: makes the API fail, for tests.

use std::io;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::{StreamExt as _, stream};
use serde::{Deserialize, Serialize};

use super::api::answer;
use super::refusal::Refusal;

/// How the API fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// No fault.
    #[default]
    None,
    /// Every call returns `FAILED`.
    Refuse,
    /// Calls are not answered: the client has to time out.
    Hang,
    /// Every call returns HTTP 500 without XML.
    Error,
    /// The answer of every call breaks off.
    Reset,
    /// Every call returns 100 MB.
    Flood,
    /// Every call is redirected to [`REDIRECTED`] of the same server, and from there again.
    Redirect,
}

/// Where [`Fault::Redirect`] leads.
pub const REDIRECTED: &str = "/bigbluebutton/api/redirected";

impl Fault {
    /// What is answered instead of the answer, if there is a fault. [`Fault::Hang`] waits for `stopped`.
    pub async fn response(self, stopped: impl Future<Output = ()>) -> Option<Response> {
        Some(match self {
            Self::None => return None,
            Self::Refuse => answer::refused(Refusal::ApiNotEnabled),
            Self::Error => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            Self::Reset => reset(),
            Self::Flood => flood(),
            Self::Redirect => Redirect::temporary(REDIRECTED).into_response(),
            Self::Hang => {
                stopped.await;
                StatusCode::SERVICE_UNAVAILABLE.into_response()
            }
        })
    }
}

/// How often [`Fault::Flood`] sends its block, and how long the block is.
const BLOCKS: usize = 100;
static BLOCK: [u8; 1_000_000] = [b' '; 1_000_000];

/// An answer that breaks off.
fn reset() -> Response {
    let begun: Result<&[u8], io::Error> = Ok(b"<response>");
    let broken = Err(io::Error::from(io::ErrorKind::ConnectionReset));
    Body::from_stream(stream::iter([begun, broken])).into_response()
}

/// An answer that is too long for anybody.
fn flood() -> Response {
    let block = Bytes::from_static(&BLOCK);
    let blocks = stream::repeat_with(move || Ok::<_, io::Error>(block.clone()));
    Body::from_stream(blocks.take(BLOCKS)).into_response()
}

/// The switch for the [`Fault`].
#[derive(Default)]
pub(crate) struct FaultSwitch(Mutex<Fault>);

impl FaultSwitch {
    /// The current fault.
    pub(crate) fn get(&self) -> Fault {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the fault of later calls.
    pub(crate) fn set(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}
