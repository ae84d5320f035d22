//! The uploads of the page: one after the other, part by part. An upload that is cut goes on by itself, after pauses
//! that grow, from where the backend says that it is.

use leptos::prelude::*;
use parvis_contract::file::{FileId, NewFile, RoomFile};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_ui::{focus_on_heading_soon, spawn};
use web_sys::File;

use super::list::{Files, may_pass};
use super::wait::Waker;
use crate::api::{Api, ApiError};

/// The pauses before an upload that was cut goes on, in milliseconds; the last one is repeated.
const PAUSES: [i32; 6] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/// The smallest part for a slow network, in bytes.
const SMALLEST_PART: u64 = 64 * 1024;

/// The uploads of the page, in the order in which they are sent.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub all: RwSignal<Vec<Upload>>,
    files: Files,
    is_sending: StoredValue<bool>,
    next_key: StoredValue<u32>,
    owner: StoredValue<Owner>,
}

/// An upload of the page: a handle that is cheap to copy.
#[derive(Clone, Copy)]
pub struct Upload {
    pub key: u32,
    pub name: StoredValue<String>,
    pub size: u64,
    pub state: RwSignal<UploadState>,
    file: StoredValue<File, LocalStorage>,
    waker: Waker,
}

/// Where an upload is.
#[derive(Clone, PartialEq)]
pub enum UploadState {
    /// Others are sent first.
    Queued,
    /// So many bytes are sent.
    Sending(u64),
    /// It was cut after so many bytes, and goes on by itself.
    Cut(u64),
    /// It was refused.
    Refused(ApiError),
    /// The person has given it up.
    Cancelled,
}

impl Upload {
    /// The percentage that is sent.
    pub fn percent(self, sent: u64) -> u64 {
        sent.saturating_mul(100) / self.size.max(1)
    }

    /// The identifier of an element.
    pub fn element_id(self, part: &str) -> String {
        format!("upload-{part}-{}", self.key)
    }

    /// Goes on at once after a cut.
    pub fn resume(self) {
        self.waker.wake();
    }

    /// Sets the state; returns whether the upload goes on: the person has not given it up or left the page.
    fn proceed(self, state: UploadState) -> bool {
        let is_wanted = |current: &UploadState| *current != UploadState::Cancelled;
        if self.state.try_with_untracked(is_wanted) == Some(true) {
            self.state.try_set(state);
            true
        } else {
            false
        }
    }
}

impl Uploads {
    /// No uploads.
    pub fn new(files: Files) -> Self {
        Self {
            all: RwSignal::new(Vec::new()),
            files,
            is_sending: StoredValue::new(false),
            next_key: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Sends a file after those that were added before.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is a whole number"
    )]
    pub fn add(self, file: File) {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        // The page's owner: the upload outlives the handler of an event.
        let upload = self.owner.with_value(|owner| {
            owner.with(|| Upload {
                key,
                name: StoredValue::new(file.name()),
                size: file.size() as u64,
                state: RwSignal::new(UploadState::Queued),
                file: StoredValue::new_local(file),
                waker: Waker::new(),
            })
        });
        self.all.update(|all| all.push(upload));
        if !self.is_sending.get_value() {
            self.is_sending.set_value(true);
            spawn(self.send_all());
        }
    }

    /// Gives an upload up.
    pub fn cancel(self, upload: Upload) {
        let name = upload.name.get_value();
        self.files.announce(|texts| texts.cancelled(&name));
        upload.state.set(UploadState::Cancelled);
        upload.resume();
        self.remove(upload);
        focus_on_heading_soon();
    }

    /// Removes an upload that was refused from the page.
    pub fn dismiss(self, upload: Upload) {
        self.remove(upload);
        focus_on_heading_soon();
    }

    fn remove(self, upload: Upload) {
        self.all
            .try_update(|all| all.retain(|other| other.key != upload.key));
    }

    async fn send_all(self) {
        while let Some(upload) = self.next() {
            let sending = Sending {
                files: self.files,
                upload,
                key: Api::new_idempotency_key(),
            };
            match sending.send().await {
                Outcome::Complete(file) => {
                    self.remove(upload);
                    self.files.insert(file);
                }
                Outcome::Refused(error) => {
                    upload.proceed(UploadState::Refused(error));
                }
                Outcome::GivenUp => {}
            }
        }
        self.is_sending.try_set_value(false);
    }

    /// The next upload to send; `None` also once the page is left.
    fn next(self) -> Option<Upload> {
        let all = self.all.try_get_untracked()?;
        let is_queued = |upload: &Upload| {
            let is_queued = |state: &UploadState| *state == UploadState::Queued;
            upload.state.try_with_untracked(is_queued) == Some(true)
        };
        all.into_iter().find(is_queued)
    }
}

/// An upload that is being sent.
struct Sending {
    files: Files,
    upload: Upload,
    /// Recognises a repeated request to begin.
    key: String,
}

enum Outcome {
    Complete(RoomFile),
    Refused(ApiError),
    /// The person has given it up, or left the page.
    GivenUp,
}

impl Sending {
    async fn send(&self) -> Outcome {
        let Self { files, upload, .. } = self;
        let Some(name) = upload.name.try_get_value() else {
            return Outcome::GivenUp;
        };
        if !upload.proceed(UploadState::Sending(0)) {
            return Outcome::GivenUp;
        }
        files.announce(|texts| texts.upload_begun(&name));
        let new = NewFile {
            name,
            size: upload.size,
        };
        let mut cuts = 0;
        let begun = loop {
            match files.api.begin_upload(files.room, &new, &self.key).await {
                Ok(begun) => break begun,
                Err(error) if may_pass(&error) => {
                    if !self.wait(0, &mut cuts).await {
                        return Outcome::GivenUp;
                    }
                }
                Err(error) => return Outcome::Refused(error),
            }
        };
        files.own_upload(begun.file.id);
        let outcome = self.send_parts(begun.file.clone(), begun.part_bytes).await;
        if matches!(outcome, Outcome::GivenUp) {
            // Otherwise the backend deletes it after a day.
            drop(files.api.delete_file(files.room, begun.file.id).await);
        }
        outcome
    }

    async fn send_parts(&self, file: RoomFile, largest_part: u64) -> Outcome {
        let Files { api, room, .. } = self.files;
        let (id, mut received, mut part) = (file.id, file.received, largest_part);
        let mut cuts = 0;
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
            match self.send_part(id, offset, part).await {
                Ok(file) => {
                    cuts = 0;
                    if file.received.is_none() {
                        // It may have been given up during its last part.
                        if !self.upload.proceed(UploadState::Sending(file.size)) {
                            return Outcome::GivenUp;
                        }
                        return Outcome::Complete(file);
                    }
                    received = file.received;
                }
                Err(error) => match offset_in(&error) {
                    Some(offset) => received = (offset < file.size).then_some(offset),
                    None if may_pass(&error) => {
                        if error == ApiError::Slow {
                            part = (part / 2).max(SMALLEST_PART);
                        }
                        if !self.wait(offset, &mut cuts).await {
                            return Outcome::GivenUp;
                        }
                        // The part may have arrived, although its answer did not.
                        if let Ok(file) = api.file(room, id).await {
                            received = file.received;
                        }
                    }
                    None => return Outcome::Refused(error),
                },
            }
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "files are far smaller")]
    async fn send_part(&self, id: FileId, offset: u64, part: u64) -> Result<RoomFile, ApiError> {
        let end = offset.saturating_add(part).min(self.upload.size);
        let file = self.upload.file.try_get_value();
        let file = file.ok_or(ApiError::Unexpected)?;
        let blob = file
            .slice_with_f64_and_f64(offset as f64, end as f64)
            .map_err(|_| ApiError::Unexpected)?;
        let Files { api, room, .. } = self.files;
        api.upload_part(room, id, offset, blob).await
    }

    /// Waits after a cut; returns whether the upload goes on.
    async fn wait(&self, sent: u64, cuts: &mut usize) -> bool {
        if !self.upload.proceed(UploadState::Cut(sent)) {
            return false;
        }
        let pause = PAUSES[(*cuts).min(PAUSES.len() - 1)];
        *cuts += 1;
        self.upload.waker.pause(pause).await;
        self.upload.proceed(UploadState::Sending(sent))
    }
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
        ApiError::Slow | ApiError::Unreachable | ApiError::Unexpected => None,
    }
}
