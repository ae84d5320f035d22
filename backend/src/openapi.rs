//! The OpenAPI description, generated from the handlers.

mod common_responses;
mod integer_bounds;
mod operations;

use axum::Json;
use parvis_contract::invitation::Renewable;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api;
use crate::app::App;
use crate::auth;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Parvis",
        description = "The portal of a video-conference service. Errors are problem details (RFC 9457). Whatever changes something may be refused with 503 (the database is busy or does not answer) or 507 (there is no room left to store anything).",
        license(name = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "portal", description = "What the app starts from"),
        (name = "sign-in", description = "Signing in and out"),
        (name = "rooms", description = "Permanent rooms, for their owner and delegates"),
        (name = "delegates", description = "Delegates of a room, and handing it over"),
        (name = "recordings", description = "Recordings of a room, for its owner and delegates"),
        (name = "files", description = "Files of a room, for its owner and delegates"),
        (name = "join", description = "Entering a meeting"),
        (name = "callbacks", description = "Reports of the conference server"),
        (name = "add-ins", description = "Rooms to invite to, for add-ins of mail programs"),
        (name = "session", description = "A running meeting's details, for pages that show it"),
    ),
    // No body has it, as it is a part of an address.
    components(schemas(Renewable)),
    modifiers(&Credentials),
)]
struct Description;

/// How requests are authenticated.
struct Credentials;

impl Modify for Credentials {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let cookie = ApiKeyValue::with_description(
            "__Host-parvis",
            "The session of a person who has signed in; without `__Host-` where the service has no TLS",
        );
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(cookie));
        components.add_security_scheme(common_responses::SESSION, cookie);
        for (name, description) in [
            (
                "session_token",
                "What `POST /api/v1/session/token` gave, or what stands in the meeting's text for moderators",
            ),
            (
                "host_secret",
                "What this service and the page's server agreed on",
            ),
            (
                "access_token",
                "An access token of the agents' identity provider, with the scopes openid and email, whose audience holds this service's client",
            ),
        ] {
            let mut bearer = Http::new(HttpAuthScheme::Bearer);
            bearer.description = Some(description.to_owned());
            components.add_security_scheme(name, SecurityScheme::Http(bearer));
        }
    }
}

/// The endpoints whose responses have an entity tag.
pub(crate) fn tagged() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(api::bootstrap::bootstrap))
        .routes(routes!(api::rooms::list, api::rooms::create::create))
        .routes(routes!(
            api::rooms::room::room,
            api::rooms::update::update,
            api::rooms::delete::delete
        ))
}

/// The other endpoints.
pub(crate) fn plain() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(api::rooms::order::set))
        .routes(routes!(api::rooms::restore::restore))
        .routes(routes!(
            api::rooms::favourite::star,
            api::rooms::favourite::unstar
        ))
        .routes(routes!(api::rooms::invitation::invitation))
        .routes(routes!(api::rooms::renew::renew))
        .routes(routes!(api::rooms::launch::launch))
        .routes(routes!(api::rooms::end::end))
        .routes(routes!(
            api::rooms::delegates::list,
            api::rooms::delegates::add::add
        ))
        .routes(routes!(api::rooms::delegates::remove::remove))
        .routes(routes!(
            api::rooms::delegates::handover::offer,
            api::rooms::delegates::handover::withdraw
        ))
        .routes(routes!(api::rooms::delegation::leave))
        .routes(routes!(api::rooms::handover::accept::accept))
        .routes(routes!(api::rooms::handover::decline::decline))
        .routes(routes!(api::rooms::meetings::list))
        .routes(routes!(api::rooms::recordings::list))
        .routes(routes!(api::rooms::recordings::seen::mark))
        .routes(routes!(
            api::rooms::recordings::update::update,
            api::rooms::recordings::delete::delete
        ))
        .routes(routes!(api::rooms::recordings::restore::restore))
        .routes(routes!(
            api::rooms::files::list,
            api::rooms::files::begin::begin
        ))
        .routes(routes!(
            api::rooms::files::file::file,
            api::rooms::files::update::update,
            api::rooms::files::delete::delete
        ))
        .routes(routes!(api::rooms::files::restore::restore))
        .routes(routes!(api::rooms::files::present::present))
        .routes(routes!(api::meetings::open))
        .routes(routes!(api::events::events))
        .routes(routes!(api::code::enter))
        .routes(routes!(api::waiting::ask))
        .routes(routes!(api::waiting::events))
        .routes(routes!(api::join::join))
        .routes(routes!(api::join::resolve::resolve))
        .routes(routes!(auth::sign_out::sign_out))
        .routes(routes!(auth::sign_out::sign_out_attendee))
}

/// The endpoint whose requests are larger than those of others.
pub(crate) fn parts() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(api::rooms::files::part::receive))
}

/// The endpoint whose responses are files.
pub(crate) fn downloads() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(api::rooms::files::content::content))
}

/// The endpoint at which the conference server fetches files.
pub(crate) fn fetched_files() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(api::files::fetch))
}

/// The endpoint for embedding pages.
pub(crate) fn session_details() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(api::session::details))
}

/// The endpoint for the servers of embedding pages.
pub(crate) fn session_tokens() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(api::session::token::issue))
}

/// The endpoints for the conference server.
pub(crate) fn callbacks() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(api::callbacks::meeting_ended::take))
        .routes(routes!(api::callbacks::recording_ready::take))
}

/// The endpoints for add-ins of mail programs.
pub(crate) fn add_ins() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(api::add_ins::meetings::list))
        .routes(routes!(api::add_ins::shadow_meeting::get))
        .routes(routes!(api::add_ins::hidden_meeting::make))
}

/// The complete description.
#[must_use]
pub fn description() -> utoipa::openapi::OpenApi {
    let mut description = tagged()
        .merge(plain())
        .merge(parts())
        .merge(downloads())
        .merge(fetched_files())
        .merge(session_details())
        .merge(session_tokens())
        .merge(callbacks())
        .merge(add_ins())
        .into_openapi();
    common_responses::complete(&mut description);
    integer_bounds::complete(&mut description);
    description
}

/// `GET /api/v1/openapi.json`.
pub async fn serve() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}
