//! Sends an upload part by part. One that is cut or held up goes on by itself, after pauses that grow, from where the
//! backend says that it is.

use std::cell::Cell;

use leptos::prelude::GetValue as _;
use parvis_contract::file::{FileId, NewFile, RoomFile};
use parvis_contract::problem::{Problem, ProblemKind};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::own::OwnUploads;
use super::upload::{Pause, Refusal, Upload, UploadState};
use crate::api::{Api, ApiError};

/// The pauses before an upload goes on, in milliseconds; the last one is repeated.
const PAUSES: [i32; 6] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/// The smallest part for a slow network, in bytes.
const SMALLEST_PART: u64 = 64 * 1024;

/// An upload that is being sent.
pub struct Sending {
    api: Api,
    own: OwnUploads,
    upload: Upload,
    /// Recognises a repeated request to begin.
    key: String,
    /// What the backend calls it, once it has begun.
    begun: Cell<Option<FileId>>,
}

/// How an upload has ended.
pub enum Outcome {
    Complete(RoomFile),
    Refused(Refusal),
    /// The person has given it up.
    GivenUp,
}

impl Sending {
    /// An upload that has not begun.
    pub fn new(api: Api, own: OwnUploads, upload: Upload) -> Self {
        Self {
            api,
            own,
            upload,
            key: Api::new_idempotency_key(),
            begun: Cell::new(None),
        }
    }

    /// Sends it.
    pub async fn send(&self) -> Outcome {
        let new = NewFile {
            name: self.upload.name.get_value(),
            size: self.upload.size,
        };
        let mut pauses = 0;
        let begun = loop {
            match self
                .api
                .begin_upload(self.upload.room, &new, &self.key)
                .await
            {
                Ok(begun) => break begun,
                Err(error) => match Pause::after(&error) {
                    Some(pause) => {
                        if !self.wait(0, pause, &mut pauses).await {
                            return Outcome::GivenUp;
                        }
                    }
                    None => return refused(error),
                },
            }
        };
        self.begun.set(Some(begun.file.id));
        self.own.insert(begun.file.id);
        self.send_parts(begun.file, begun.part_bytes).await
    }

    /// Deletes what the backend has of an upload that is not completed. Where that fails, the backend deletes it after
    /// a day; until then it counts, and the page shows it.
    pub async fn give_back(&self) {
        if let Some(id) = self.begun.get() {
            drop(self.api.delete_file(self.upload.room, id).await);
            self.own.remove(id);
        }
    }

    async fn send_parts(&self, file: RoomFile, largest_part: u64) -> Outcome {
        let (api, room) = (self.api, self.upload.room);
        let (id, mut received, mut part) = (file.id, file.received, largest_part);
        let mut pauses = 0;
        loop {
            let Some(offset) = received else {
                return match api.file(room, id).await {
                    Ok(file) => Outcome::Complete(file),
                    // It is there; the name that was sent is the best that is known.
                    Err(_) => Outcome::Complete(RoomFile {
                        received: None,
                        ..file
                    }),
                };
            };
            if !self.upload.proceed(UploadState::Sending(offset)) {
                return Outcome::GivenUp;
            }
            let Some(blob) = self.part(offset, part) else {
                return Outcome::Refused(Refusal::Unreadable);
            };
            let error = match api.upload_part(room, id, offset, blob).await {
                Ok(file) => {
                    pauses = 0;
                    if file.received.is_none() {
                        // It may have been given up during its last part.
                        if !self.upload.proceed(UploadState::Sending(file.size)) {
                            return Outcome::GivenUp;
                        }
                        return Outcome::Complete(file);
                    }
                    received = file.received;
                    continue;
                }
                Err(error) => error,
            };
            if let Some(offset) = offset_in(&error) {
                received = (offset < file.size).then_some(offset);
                continue;
            }
            let Some(pause) = Pause::after(&error) else {
                return refused(error);
            };
            // Browsers tell a file that they cannot read as a network that fails.
            if error == ApiError::Unreachable && !self.is_readable(offset).await {
                return Outcome::Refused(Refusal::Unreadable);
            }
            if error == ApiError::Slow {
                part = (part / 2).max(SMALLEST_PART);
            }
            if !self.wait(offset, pause, &mut pauses).await {
                return Outcome::GivenUp;
            }
            // The part may have arrived, although its answer did not.
            if let Ok(file) = api.file(room, id).await {
                received = file.received;
            }
        }
    }

    /// The part that begins at `offset`, of `length` bytes or less; `None` if there is none.
    #[allow(clippy::cast_precision_loss, reason = "files are far smaller")]
    fn part(&self, offset: u64, length: u64) -> Option<Blob> {
        let end = offset.saturating_add(length).min(self.upload.size);
        let file = self.upload.file()?;
        file.slice_with_f64_and_f64(offset as f64, end as f64).ok()
    }

    /// Whether the browser can read a byte at `offset`.
    async fn is_readable(&self, offset: u64) -> bool {
        match self.part(offset, 1) {
            Some(byte) => JsFuture::from(byte.array_buffer()).await.is_ok(),
            None => false,
        }
    }

    /// Waits after a failure; returns whether the upload goes on.
    async fn wait(&self, sent: u64, pause: Pause, pauses: &mut usize) -> bool {
        if !self.upload.proceed(UploadState::Paused(sent, pause)) {
            return false;
        }
        let ms = PAUSES[(*pauses).min(PAUSES.len() - 1)];
        *pauses += 1;
        self.upload.pause(ms).await;
        self.upload.proceed(UploadState::Sending(sent))
    }
}

fn refused(error: ApiError) -> Outcome {
    Outcome::Refused(Refusal::Backend(error))
}

/// Where the backend says that the upload is, if that is why it refuses a part.
fn offset_in(error: &ApiError) -> Option<u64> {
    match error {
        ApiError::Problem(problem) => match &**problem {
            Problem {
                kind: ProblemKind::UploadOffset,
                received,
                ..
            } => *received,
            _ => None,
        },
        _ => None,
    }
}
