//! An upload, and where it is.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomId;
use web_sys::File;

use super::wait::Waker;
use crate::api::ApiError;

/// An upload of this document: a handle that is cheap to copy.
#[derive(Clone, Copy)]
pub struct Upload {
    pub key: u32,
    /// The room that gets the file.
    pub room: RoomId,
    pub name: StoredValue<String>,
    /// The size in bytes.
    pub size: u64,
    pub state: RwSignal<UploadState>,
    file: StoredValue<Option<File>, LocalStorage>,
    waker: Waker,
}

/// Where an upload is.
#[derive(Clone, PartialEq)]
pub enum UploadState {
    /// Others are sent first.
    Queued,
    /// So many bytes are sent.
    Sending(u64),
    /// It stands still after so many bytes, and goes on by itself.
    Paused(u64, Pause),
    /// It has ended without success.
    Refused(Refusal),
    /// The person has given it up.
    Cancelled,
}

/// Why an upload stands still for a while.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// No answer came.
    Cut,
    /// The backend, or a proxy before it, cannot take more for now.
    HeldUp,
}

/// Why an upload has ended without success.
#[derive(Clone, PartialEq)]
pub enum Refusal {
    /// The backend has refused it.
    Backend(ApiError),
    /// The browser can no longer read the file.
    Unreadable,
}

impl Pause {
    /// Why an upload stands still after a failed request; `None` if the request fails as long as nobody changes
    /// anything.
    pub fn after(error: &ApiError) -> Option<Self> {
        match error {
            ApiError::Slow | ApiError::Unreachable => Some(Self::Cut),
            ApiError::Unavailable => Some(Self::HeldUp),
            ApiError::Unexpected => None,
            ApiError::Problem(problem) => match problem.kind {
                ProblemKind::Unavailable | ProblemKind::StorageFull => Some(Self::HeldUp),
                _ => None,
            },
        }
    }
}

impl Upload {
    /// An upload that waits for others. It belongs to the current owner.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is a whole number"
    )]
    pub fn new(key: u32, room: RoomId, file: File) -> Self {
        Self {
            key,
            room,
            name: StoredValue::new(file.name()),
            size: file.size() as u64,
            state: RwSignal::new(UploadState::Queued),
            file: StoredValue::new_local(Some(file)),
            waker: Waker::new(),
        }
    }

    /// The percentage that is sent.
    pub fn percent(self, sent: u64) -> u64 {
        sent.saturating_mul(100) / self.size.max(1)
    }

    /// The identifier of an element.
    pub fn element_id(self, part: &str) -> String {
        format!("upload-{part}-{}", self.key)
    }

    /// The content; `None` once it is released.
    pub fn file(self) -> Option<File> {
        self.file.get_value()
    }

    /// Releases the content, which the browser keeps readable until then.
    pub fn release(self) {
        self.file.set_value(None);
    }

    /// Whether it was refused; tracks its state.
    pub fn is_refused(self) -> bool {
        self.state
            .with(|state| matches!(state, UploadState::Refused(_)))
    }

    /// Whether it waits for others.
    pub fn is_queued(self) -> bool {
        self.state
            .with_untracked(|state| *state == UploadState::Queued)
    }

    /// Whether something of it is still to be sent.
    pub fn is_pending(self) -> bool {
        self.state.with_untracked(|state| {
            matches!(
                state,
                UploadState::Queued | UploadState::Sending(_) | UploadState::Paused(..)
            )
        })
    }

    /// Goes on at once after a pause.
    pub fn resume(self) {
        self.waker.wake();
    }

    /// Pauses for `ms`, or until [`resume`](Self::resume) is called.
    pub async fn pause(self, ms: i32) {
        self.waker.pause(ms).await;
    }

    /// Gives it up.
    pub fn cancel(self) {
        self.state.set(UploadState::Cancelled);
        self.resume();
    }

    /// Sets the state; returns whether the upload goes on: the person has not given it up.
    pub fn proceed(self, state: UploadState) -> bool {
        let is_wanted = self
            .state
            .with_untracked(|current| *current != UploadState::Cancelled);
        if is_wanted {
            self.state.set(state);
        }
        is_wanted
    }
}
