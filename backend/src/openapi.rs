//! The API's description, made from the handlers themselves.

use axum::Json;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api;
use crate::app::App;
use crate::auth;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Parvis",
        description = "The portal of a video-conference service. Errors are problem details (RFC 9457).",
        license(name = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "portal", description = "What the app starts from"),
        (name = "sign-in", description = "Signing in and out"),
        (name = "rooms", description = "Permanent rooms, for their owner"),
        (name = "join", description = "Entering a meeting"),
    ),
)]
struct Description;

/// The described endpoints whose answers a browser may keep and ask about by their tag.
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

/// The other described endpoints.
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

/// The whole description.
#[must_use]
pub fn description() -> utoipa::openapi::OpenApi {
    tagged().merge(plain()).into_openapi()
}

/// `GET /api/v1/openapi.json`.
pub async fn serve() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}
