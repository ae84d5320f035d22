//! The session's details in BigBlueButton's own client: a plug-in whose manifest and data the
//! conference server fetches here, for one meeting and under an address that is sealed.
//!
//! The data are asked for by the conference server when a person's page wants them, and it gives them
//! to moderators alone. Whether its clients can read the address of the data is not known of every
//! version, so the address is worth nothing to them: it answers only to the networks that the
//! administrator says conference servers are in.

pub(crate) mod details;
pub(crate) mod manifest;

use parvis_contract::problem::ProblemKind;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::conference::PluginManifest;
use crate::keys::Purpose;
use crate::seal;
use crate::storage::rooms::Room;
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;

/// Where the plug-in's files for one meeting are.
fn folder(app: &App, room: Uuid) -> Result<String, Refusal> {
    let key = app.keys.signing_id();
    let seal = seal::seal(&app.keys, key, Purpose::Sources, room.as_bytes())
        .ok_or_else(|| Refusal::new(ProblemKind::Internal))?;
    let origin = app.config.public_url.origin().ascii_serialization();
    Ok(format!("{origin}/embed/bigbluebutton/{seal}"))
}

/// The plug-in for a room's meeting; `None` where this instance's conference servers do not ask for
/// data, or load no plug-in of this kind.
pub(crate) async fn plugin(app: &App, room: &Room) -> Result<Option<PluginManifest>, Refusal> {
    if app.config.conference_networks.is_empty() || !app.conference.loads_plugins().await {
        return Ok(None);
    }
    let folder = folder(app, room.id)?;
    let text = manifest::text(app, &folder)?;
    Ok(Some(PluginManifest {
        url: format!("{folder}/manifest.json"),
        checksum: format!("{:x}", Sha256::digest(text)),
    }))
}

/// The room whose data an address is about, where a conference server asks for it. To anybody else
/// there is nothing there.
fn room_of(
    app: &App,
    ClientAddress(address): &ClientAddress,
    sealed: &str,
) -> Result<Uuid, Refusal> {
    let nothing = || Refusal::new(ProblemKind::NotFound);
    if !app.config.conference_networks.contains(*address) {
        return Err(nothing());
    }
    let opened = seal::open(&app.keys, Purpose::Sources, sealed).ok_or_else(nothing)?;
    Uuid::from_slice(&opened.content).map_err(|_| nothing())
}
