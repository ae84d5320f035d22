//! HTTP client of the backend's API: one typed function for each endpoint. No other module sends requests to
//! the backend.

mod ahead;
mod bootstrap_response;
mod client;
mod error;
pub mod locks;
mod shared_stream;
mod stream;

use leptos::prelude::*;
use parvis_contract::account::SignedOut;
use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::code::{CodeEntrance, EnterCode};
use parvis_contract::delegate::{AddDelegate, Delegate, DelegateId, DelegateList};
use parvis_contract::file::{FileId, FileList, NewFile, RoomFile, UpdateFile, Upload};
use parvis_contract::history::MeetingHistory;
use parvis_contract::invitation::{Invitation, Renewable};
use parvis_contract::join::{Join, JoinOutcome, ResolveLink, ResolvedLink};
use parvis_contract::order::RoomOrder;
use parvis_contract::recording::{RecordingList, SeenRecordings, UpdateRecording};
use parvis_contract::room::{
    CreateRoom, Entrance, Room, RoomDetails, RoomId, RoomPage, RoomUpdated, StartMeeting,
    UpdateRoom,
};
use parvis_contract::waiting::Waiting;

use web_sys::Blob;

use client::{Call, decode, encode};

pub use error::ApiError;
pub use shared_stream::SharedStream;
pub use stream::EventStream;

/// The API client: a context of the app.
#[derive(Clone, Copy)]
pub struct Api {
    /// The backend's origin; empty if the backend serves the page itself.
    origin: &'static str,
    outdated: RwSignal<bool>,
    /// The number of pending requests.
    pending: RwSignal<u32>,
}

impl Api {
    /// The client of the backend that the page names in `<meta name="parvis-api">`.
    pub fn from_document() -> Self {
        Self {
            origin: client::origin_in_document().leak(),
            outdated: RwSignal::new(false),
            pending: RwSignal::new(0),
        }
    }

    /// The API client from the context.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether a response came from a backend with another contract version than the app was built with.
    pub fn outdated(self) -> Signal<bool> {
        self.outdated.into()
    }

    /// Whether a request is pending.
    pub fn is_pending(self) -> Signal<bool> {
        Signal::derive(move || self.pending.get() > 0)
    }

    /// A new idempotency key, by which the backend recognises a repeated request.
    pub fn new_idempotency_key() -> String {
        let mut random = [0; 16];
        // Every browser that runs WebAssembly has this source. Without it the key is constant, and the
        // backend refuses a different request under the same key.
        if let Ok(crypto) = window().crypto() {
            let _ = crypto.get_random_values_with_u8_array(&mut random);
        }
        uuid::Builder::from_random_bytes(random)
            .into_uuid()
            .to_string()
    }

    /// The address that starts signing in; the backend then redirects to `return_to`, a path of the portal.
    pub fn sign_in_address(self, return_to: &str) -> String {
        let return_to = String::from(js_sys::encode_uri_component(return_to));
        format!("{}/auth/sign-in?return_to={return_to}", self.origin)
    }

    /// The address that starts signing in for authenticated links; the backend then redirects to their page.
    pub fn attendee_sign_in_address(self) -> String {
        let return_to = "%2Frejoindre%2Fauthentifie";
        format!(
            "{}/auth/attendees/sign-in?return_to={return_to}",
            self.origin
        )
    }

    /// `POST /auth/attendees/sign-out`
    pub async fn sign_attendee_out(self) -> Result<SignedOut, ApiError> {
        decode(&self.send(Call::post("/auth/attendees/sign-out")).await?)
    }

    /// `POST /auth/sign-out`
    pub async fn sign_out(self) -> Result<SignedOut, ApiError> {
        decode(&self.send(Call::post("/auth/sign-out")).await?)
    }

    /// `GET /api/v1/bootstrap`. Uses the response to the request of `boot.js`, if there is one.
    pub async fn bootstrap(self) -> Result<Bootstrap, ApiError> {
        if let Some(response) = bootstrap_response::take().await {
            return decode(&self.read(response).await?);
        }
        // Not requested, or failed: the network of a device that wakes up may be available by now.
        decode(&self.send(Call::get("/api/v1/bootstrap")).await?)
    }

    /// `GET /api/v1/rooms?offset=`
    pub async fn rooms(self, offset: usize) -> Result<RoomPage, ApiError> {
        let path = format!("/api/v1/rooms?offset={offset}");
        decode(&self.send(Call::get(&path)).await?)
    }

    /// `POST /api/v1/rooms`
    pub async fn create_room(self, request: &CreateRoom, key: &str) -> Result<Room, ApiError> {
        let body = encode(request)?;
        decode(
            &self
                .send(Call::post("/api/v1/rooms").json(body).idempotent(key))
                .await?,
        )
    }

    /// `GET /api/v1/rooms/{id}`
    pub async fn room(self, id: RoomId) -> Result<RoomDetails, ApiError> {
        let path = format!("/api/v1/rooms/{id}");
        decode(&self.load(&path).await?)
    }

    /// `PATCH /api/v1/rooms/{id}`
    pub async fn update_room(
        self,
        id: RoomId,
        change: &UpdateRoom,
    ) -> Result<RoomUpdated, ApiError> {
        let path = format!("/api/v1/rooms/{id}");
        let body = encode(change)?;
        decode(&self.send(Call::patch(&path).json(body)).await?)
    }

    /// `POST /api/v1/rooms/{id}/end`
    pub async fn end_meeting(self, id: RoomId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{id}/end");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/invitation/{what}/renew`
    pub async fn renew(self, id: RoomId, what: Renewable) -> Result<Invitation, ApiError> {
        let path = format!("/api/v1/rooms/{id}/invitation/{}/renew", what.word());
        decode(&self.send(Call::post(&path)).await?)
    }

    /// `DELETE /api/v1/rooms/{id}`
    pub async fn delete_room(self, id: RoomId, while_running: bool) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{id}?while_running={while_running}");
        self.send(Call::delete(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/restore`
    pub async fn restore_room(self, id: RoomId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{id}/restore");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `PUT /api/v1/rooms/order`
    pub async fn set_order(self, order: RoomOrder) -> Result<(), ApiError> {
        let body = encode(&order)?;
        self.send(Call::put("/api/v1/rooms/order").json(body))
            .await
            .map(drop)
    }

    /// `PUT` or `DELETE /api/v1/rooms/{id}/favourite`
    pub async fn set_favourite(self, id: RoomId, favourite: bool) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{id}/favourite");
        let call = if favourite {
            Call::put(&path)
        } else {
            Call::delete(&path)
        };
        self.send(call).await.map(drop)
    }

    /// `GET /api/v1/rooms/{id}/invitation`
    pub async fn invitation(self, id: RoomId) -> Result<Invitation, ApiError> {
        let path = format!("/api/v1/rooms/{id}/invitation");
        decode(&self.load(&path).await?)
    }

    /// `POST /api/v1/rooms/{id}/launch`
    pub async fn launch(self, id: RoomId, request: &StartMeeting) -> Result<Entrance, ApiError> {
        let path = format!("/api/v1/rooms/{id}/launch");
        let body = encode(request)?;
        // No idempotency key: launching twice joins the same meeting.
        decode(&self.send(Call::post(&path).json(body)).await?)
    }

    /// `GET /api/v1/rooms/{id}/meetings`
    pub async fn meetings(self, room: RoomId) -> Result<MeetingHistory, ApiError> {
        let path = format!("/api/v1/rooms/{room}/meetings");
        decode(&self.load(&path).await?)
    }

    /// `GET /api/v1/rooms/{id}/recordings`
    pub async fn recordings(self, room: RoomId) -> Result<RecordingList, ApiError> {
        let path = format!("/api/v1/rooms/{room}/recordings");
        decode(&self.load(&path).await?)
    }

    /// `PATCH /api/v1/rooms/{id}/recordings/{recording}`
    pub async fn update_recording(
        self,
        room: RoomId,
        recording: &str,
        change: &UpdateRecording,
    ) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/recordings/{recording}");
        let body = encode(change)?;
        self.send(Call::patch(&path).json(body)).await.map(drop)
    }

    /// `DELETE /api/v1/rooms/{id}/recordings/{recording}`
    pub async fn delete_recording(self, room: RoomId, recording: &str) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/recordings/{recording}");
        self.send(Call::delete(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/recordings/{recording}/restore`
    pub async fn restore_recording(self, room: RoomId, recording: &str) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/recordings/{recording}/restore");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/recordings/seen`
    pub async fn recordings_seen(self, room: RoomId, as_of: i64) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/recordings/seen");
        let body = encode(&SeenRecordings { as_of })?;
        self.send(Call::post(&path).json(body)).await.map(drop)
    }

    /// `GET /api/v1/rooms/{id}/files`
    pub async fn files(self, room: RoomId) -> Result<FileList, ApiError> {
        let path = format!("/api/v1/rooms/{room}/files");
        decode(&self.load(&path).await?)
    }

    /// `POST /api/v1/rooms/{id}/files`
    pub async fn begin_upload(
        self,
        room: RoomId,
        new: &NewFile,
        key: &str,
    ) -> Result<Upload, ApiError> {
        let path = format!("/api/v1/rooms/{room}/files");
        let call = Call::post(&path).json(encode(new)?).idempotent(key);
        decode(&self.send_quietly(call).await?)
    }

    /// `PUT /api/v1/rooms/{id}/files/{file}/parts?offset=`
    pub async fn upload_part(
        self,
        room: RoomId,
        file: FileId,
        offset: u64,
        part: Blob,
    ) -> Result<RoomFile, ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}/parts?offset={offset}");
        decode(&self.send_quietly(Call::put(&path).part(part)).await?)
    }

    /// `GET /api/v1/rooms/{id}/files/{file}`
    pub async fn file(self, room: RoomId, file: FileId) -> Result<RoomFile, ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}");
        decode(&self.send_quietly(Call::get(&path)).await?)
    }

    /// The address of the content of a file: `GET /api/v1/rooms/{id}/files/{file}/content`
    pub fn file_address(self, room: RoomId, file: FileId) -> String {
        let origin = self.origin;
        format!("{origin}/api/v1/rooms/{room}/files/{file}/content")
    }

    /// `PATCH /api/v1/rooms/{id}/files/{file}`
    pub async fn update_file(
        self,
        room: RoomId,
        file: FileId,
        change: &UpdateFile,
    ) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}");
        let body = encode(change)?;
        self.send(Call::patch(&path).json(body)).await.map(drop)
    }

    /// `DELETE /api/v1/rooms/{id}/files/{file}`
    pub async fn delete_file(self, room: RoomId, file: FileId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}");
        self.send(Call::delete(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/files/{file}/restore`
    pub async fn restore_file(self, room: RoomId, file: FileId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}/restore");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/files/{file}/present`
    pub async fn present_file(self, room: RoomId, file: FileId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/files/{file}/present");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `GET /api/v1/rooms/{id}/delegates`
    pub async fn delegates(self, room: RoomId) -> Result<DelegateList, ApiError> {
        let path = format!("/api/v1/rooms/{room}/delegates");
        decode(&self.load(&path).await?)
    }

    /// `POST /api/v1/rooms/{id}/delegates`
    pub async fn add_delegate(
        self,
        room: RoomId,
        request: &AddDelegate,
    ) -> Result<Delegate, ApiError> {
        let path = format!("/api/v1/rooms/{room}/delegates");
        let body = encode(request)?;
        decode(&self.send(Call::post(&path).json(body)).await?)
    }

    /// `DELETE /api/v1/rooms/{id}/delegates/{delegate}`
    pub async fn remove_delegate(self, room: RoomId, id: DelegateId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/delegates/{id}");
        self.send(Call::delete(&path)).await.map(drop)
    }

    /// `PUT` or `DELETE /api/v1/rooms/{id}/delegates/{delegate}/handover`
    pub async fn set_handover_offer(
        self,
        room: RoomId,
        id: DelegateId,
        is_offered: bool,
    ) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/delegates/{id}/handover");
        let call = if is_offered {
            Call::put(&path)
        } else {
            Call::delete(&path)
        };
        self.send(call).await.map(drop)
    }

    /// `POST /api/v1/rooms/{id}/handover/accept` or `…/decline`
    pub async fn answer_handover(self, room: RoomId, accepts: bool) -> Result<(), ApiError> {
        let answer = if accepts { "accept" } else { "decline" };
        let path = format!("/api/v1/rooms/{room}/handover/{answer}");
        self.send(Call::post(&path)).await.map(drop)
    }

    /// `DELETE /api/v1/rooms/{id}/delegation`
    pub async fn leave_room(self, room: RoomId) -> Result<(), ApiError> {
        let path = format!("/api/v1/rooms/{room}/delegation");
        self.send(Call::delete(&path)).await.map(drop)
    }

    /// `POST /api/v1/meetings`
    pub async fn open_temporary_meeting(
        self,
        request: &StartMeeting,
        key: &str,
    ) -> Result<Entrance, ApiError> {
        let body = encode(request)?;
        let call = Call::post("/api/v1/meetings").json(body).idempotent(key);
        decode(&self.send(call).await?)
    }

    /// `POST /api/v1/code`: returns the secret for a correct code.
    pub async fn enter_code(self, code: String, proof: Option<String>) -> Result<String, ApiError> {
        let body = encode(&EnterCode { code, proof })?;
        let response = self.send(Call::post("/api/v1/code").json(body)).await?;
        decode::<CodeEntrance>(&response).map(|entrance| entrance.secret)
    }

    /// `GET /api/v1/waiting/{ticket}`
    pub async fn waiting(self, ticket: &str) -> Result<Waiting, ApiError> {
        let path = format!("/api/v1/waiting/{ticket}");
        decode(&self.send(Call::get(&path)).await?)
    }

    /// `POST /api/v1/join/resolve`
    pub async fn resolve_link(self, secret: String) -> Result<ResolvedLink, ApiError> {
        let body = encode(&ResolveLink { secret })?;
        decode(
            &self
                .send(Call::post("/api/v1/join/resolve").json(body))
                .await?,
        )
    }

    /// `POST /api/v1/join`
    pub async fn join(self, secret: String, name: String) -> Result<JoinOutcome, ApiError> {
        let body = encode(&Join { secret, name })?;
        decode(&self.send(Call::post("/api/v1/join").json(body)).await?)
    }
}
