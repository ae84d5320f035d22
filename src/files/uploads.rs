//! The uploads of this document: one after the other, for all rooms. They go on while the person is on another page of
//! the portal; then a toast says how each has ended.

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::file::RoomFile;
use parvis_contract::room::RoomId;
use parvis_ui::{Announcer, Toasts, focus_on_heading_soon, listen_to_window, spawn};
use web_sys::File;

use super::list::Files;
use super::own::OwnUploads;
use super::sending::{Outcome, Sending};
use super::upload::{Refusal, Upload, UploadState};
use crate::api::Api;
use crate::i18n::files::{FileTexts, texts_untracked};
use crate::i18n::{I18n, Texts};
use crate::{page_load, sign_out};

/// The uploads, in the order in which they are sent. A context of the app, which the first page of files provides: the
/// code of uploads is in its chunk.
#[derive(Clone, Copy)]
pub struct Uploads {
    /// Those that are not complete.
    all: RwSignal<Vec<Upload>>,
    /// Those that the backend knows.
    pub own: OwnUploads,
    /// The list that was shown last.
    shown: StoredValue<Option<Files>>,
    is_sending: StoredValue<bool>,
    next_key: StoredValue<u32>,
    /// The app's owner: uploads outlive pages.
    owner: StoredValue<Owner>,
    api: Api,
    i18n: I18n,
    announcer: Announcer,
    toasts: Toasts,
}

impl Uploads {
    /// The uploads of this document.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| {
            let (api, i18n) = (Api::get(), I18n::get());
            let (announcer, toasts) = (Announcer::get(), Toasts::get());
            let owner = app_owner();
            owner.clone().with(|| {
                let uploads = Self {
                    all: RwSignal::new(Vec::new()),
                    own: OwnUploads::new(),
                    shown: StoredValue::new(None),
                    is_sending: StoredValue::new(false),
                    next_key: StoredValue::new(0),
                    owner: StoredValue::new(owner),
                    api,
                    i18n,
                    announcer,
                    toasts,
                };
                provide_context(uploads);
                uploads.ask_before_leaving();
                uploads
            })
        })
    }

    /// Those of a room.
    pub fn of_room(self, room: RoomId) -> Vec<Upload> {
        let mut all = self.all.get();
        all.retain(|upload| upload.room == room);
        all
    }

    /// Adds files that are complete to this list from now on, while its page is shown.
    pub fn show_in(self, files: Files) {
        self.shown.set_value(Some(files));
        if !self.own.is_empty() {
            // The list may be from before the end of an upload.
            files.refresh();
        }
    }

    /// Sends a file after those that were added before.
    pub fn add(self, room: RoomId, file: File) {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        let upload = self
            .owner
            .with_value(|owner| owner.with(|| Upload::new(key, room, file)));
        self.all.update(|all| all.push(upload));
        if !self.is_sending.get_value() {
            self.is_sending.set_value(true);
            spawn(self.send_all());
        }
    }

    /// Gives an upload up.
    pub fn cancel(self, upload: Upload) {
        let name = upload.name.get_value();
        self.announce(|texts| texts.cancelled(&name));
        upload.cancel();
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
            .update(|all| all.retain(|other| other.key != upload.key));
        upload.release();
    }

    async fn send_all(self) {
        while let Some(upload) = self.next() {
            let name = upload.name.get_value();
            if !upload.proceed(UploadState::Sending(0)) {
                continue;
            }
            if self.shown(upload.room).is_some() {
                self.announce(|texts| texts.upload_begun(&name));
            }
            let sending = Sending::new(self.api, self.own, upload);
            match sending.send().await {
                Outcome::Complete(file) => {
                    self.complete(upload, file);
                    continue;
                }
                Outcome::Refused(refusal) => self.refuse(upload, refusal),
                Outcome::GivenUp => {}
            }
            sending.give_back().await;
            if let Some(files) = self.shown(upload.room) {
                files.refresh();
            }
        }
        self.is_sending.set_value(false);
    }

    /// The next upload to send.
    fn next(self) -> Option<Upload> {
        let all = self.all.get_untracked();
        all.into_iter().find(|upload| upload.is_queued())
    }

    fn complete(self, upload: Upload, file: RoomFile) {
        self.remove(upload);
        if let Some(files) = self.shown(upload.room) {
            files.insert(file);
        } else {
            let text = texts_untracked(self.i18n).upload_done(&file.name);
            self.toasts.show(text, None);
        }
    }

    fn refuse(self, upload: Upload, refusal: Refusal) {
        let is_given_up = !upload.proceed(UploadState::Refused(refusal.clone()));
        upload.release();
        if is_given_up || self.shown(upload.room).is_some() {
            return;
        }
        let texts = texts_untracked(self.i18n);
        let what = texts.not_sent_of(&upload.name.get_value());
        let why = match refusal {
            Refusal::Backend(error) => error.message(Texts(texts.0)),
            Refusal::Unreadable => texts.unreadable().to_owned(),
        };
        self.toasts.show(format!("{what} {why}"), None);
    }

    /// The list of a room, while its page is shown.
    fn shown(self, room: RoomId) -> Option<Files> {
        let shown = self.shown.get_value();
        shown.filter(|files| files.room == room && !files.rows.is_page_left())
    }

    fn announce(self, what: impl FnOnce(FileTexts) -> String) {
        self.announcer.announce(what(texts_untracked(self.i18n)));
    }

    /// Lets the browser ask before the document is left, as that would end the uploads.
    fn ask_before_leaving(self) {
        listen_to_window(ev::beforeunload, move |event| {
            let all = self.all.get_untracked();
            let is_lost = all.into_iter().any(Upload::is_pending);
            // A mail program that opens leaves nothing; who signs out is to be signed out.
            if is_lost && !page_load::is_leaving() && !sign_out::is_in_progress() {
                event.prevent_default();
                // For older browsers.
                event.set_return_value("1");
            }
        });
    }
}

/// The outermost owner, which lives as long as the document.
fn app_owner() -> Owner {
    let mut owner = Owner::current().unwrap_or_default();
    while let Some(parent) = owner.parent() {
        owner = parent;
    }
    owner
}
