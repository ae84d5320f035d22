//! Who asks for a plug-in's files, and for which.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Path};
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use crate::app::App;
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;

/// What proxies add. A conference server has no reason to.
const FORWARDED: [&str; 2] = ["x-forwarded-for", "forwarded"];

/// Whoever asks; a conference server, if it asks from where those are.
pub(crate) struct ConferenceServer {
    pub(super) is_known: bool,
}

impl FromRequestParts<App> for ConferenceServer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let ConnectInfo(peer) = ConnectInfo::<SocketAddr>::from_request_parts(parts, app)
            .await
            .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
        let ClientAddress(address) = ClientAddress::from_request_parts(parts, app).await?;
        let forwarded = FORWARDED
            .iter()
            .any(|name| parts.headers.contains_key(*name));
        Ok(Self {
            is_known: is_known(app, peer.ip(), address, forwarded),
        })
    }
}

/// Whether `address` is a conference server's. Behind a proxy that nobody has named, everybody would
/// seem to be one in its network; and a proxy is none itself.
fn is_known(app: &App, peer: IpAddr, address: IpAddr, forwarded: bool) -> bool {
    let proxies = &app.config.trusted_proxies;
    let by_unknown_proxy = forwarded && !proxies.contains(peer);
    app.config.conference_networks.contains(address)
        && !by_unknown_proxy
        && !proxies.contains(address)
}

/// The `{seal}` of an address.
pub(crate) struct Seal(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Seal {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(seal) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::new(ProblemKind::NotFound))?;
        Ok(Self(seal))
    }
}
