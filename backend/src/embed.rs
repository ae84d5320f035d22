//! The session's details in BigBlueButton's own client: a plug-in whose manifest and data the
//! conference server fetches here, under an address that is sealed for one room.
//!
//! The data are asked for by the conference server when a person's page wants them, and it gives them
//! to moderators alone. Whether its clients can read the address of the data is not known of every
//! version, so the address is worth nothing to them: it answers only to the networks that the
//! administrator says conference servers are in.

pub(crate) mod details;
pub(crate) mod manifest;
mod server;

use parvis_contract::problem::ProblemKind;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::app::App;
use crate::conference::PluginManifest;
use crate::keys::Purpose;
use crate::seal;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;
use server::ConferenceServer;

/// Where the plug-in's files are that a seal is for.
fn folder(app: &App, seal: &str) -> String {
    let origin = app.config.public_url.origin().ascii_serialization();
    format!("{origin}/embed/bigbluebutton/{seal}")
}

/// The plug-in for a room's meeting; `None` where this instance's conference servers do not ask for
/// data, or load no plug-in of this kind.
pub(crate) async fn plugin(app: &App, room: &Room) -> Result<Option<PluginManifest>, Refusal> {
    if app.config.conference_networks.is_empty() || !app.conference.loads_plugins().await {
        return Ok(None);
    }
    let key = app.keys.signing_id();
    let seal = seal::seal(&app.keys, key, Purpose::Sources, room.id.as_bytes())
        .ok_or_else(|| Refusal::new(ProblemKind::Internal))?;
    let folder = folder(app, &seal);
    let text = manifest::text(app, &folder)?;
    Ok(Some(PluginManifest {
        url: format!("{folder}/manifest.json"),
        checksum: format!("{:x}", Sha256::digest(text)),
    }))
}

/// The room whose files an address is about, where a conference server asks for it. To anybody else
/// there is nothing there.
fn room_of(app: &App, server: &ConferenceServer, sealed: &str) -> Result<Uuid, Refusal> {
    let nothing = || Refusal::new(ProblemKind::NotFound);
    let opened = seal::open(&app.keys, Purpose::Sources, sealed).ok_or_else(nothing)?;
    if !server.is_known {
        // Only conference servers are given such an address: most likely it is one.
        tracing::warn!(
            "a plug-in's address was asked for from outside of PARVIS_CONFERENCE_NETWORKS, or \
             through a proxy that is not in PARVIS_TRUSTED_PROXIES"
        );
        return Err(nothing());
    }
    Uuid::from_slice(&opened.content).map_err(|_| nothing())
}
