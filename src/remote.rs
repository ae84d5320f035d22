//! A value that comes from the backend: on its way, there, or not to be had.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::ui::spawn;

/// What is known of a value that was asked for.
#[derive(Clone)]
pub enum Remote<T> {
    /// The answer has not come yet.
    Pending,
    /// The value.
    Ready(T),
    /// Why there is none.
    Failed(ApiError),
}

/// Asks for a value now; the signal follows what becomes of it. An answer that comes when nobody
/// is there to read it any more is dropped.
pub fn load<T: Send + Sync + 'static>(
    answer: impl Future<Output = Result<T, ApiError>> + 'static,
) -> ReadSignal<Remote<T>> {
    let (value, set_value) = signal(Remote::Pending);
    spawn(async move {
        set_value.try_set(match answer.await {
            Ok(answer) => Remote::Ready(answer),
            Err(error) => Remote::Failed(error),
        });
    });
    value
}
