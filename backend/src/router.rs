//! The router: routes and middleware.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef as _, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{any, get};
use http::{HeaderValue, Method, StatusCode, header};
use parvis_contract::file::PART_BYTES;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};
use tower_http::request_id::{PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;
use url::Url;

use crate::app::App;
use crate::auth;
use crate::clock::Clock;
use crate::config::Config;
use crate::openapi;
use crate::random::Random;
use crate::readiness;
use crate::site::Site;
use crate::telemetry;
use crate::web::prepared_response::COMPRESS_FROM;
use crate::web::{contract_version, etag, origin, problem, security_headers, trace, unread_body};

/// The largest request body, in bytes.
const LARGEST_BODY: usize = 64 * 1024;

/// The largest part of an upload, in bytes.
#[expect(clippy::cast_possible_truncation, reason = "it is a small constant")]
const LARGEST_PART: usize = PART_BYTES as usize;

/// All routes, with the middleware. The client address of each connection is expected as
/// [`ConnectInfo`](axum::extract::ConnectInfo).
pub fn router(app: &App, site: Option<Site>) -> Router {
    let tagged: Router<App> = openapi::tagged().into();
    let plain: Router<App> = openapi::plain().into();
    let parts: Router<App> = openapi::parts().into();
    let api = tagged
        .route_layer(from_fn(etag::private))
        .merge(plain.route_layer(from_fn(no_store)))
        .merge(
            parts
                .route_layer(from_fn(no_store))
                .route_layer(DefaultBodyLimit::max(LARGEST_PART)),
        )
        .route("/api/v1/openapi.json", get(openapi::serve))
        .merge(sign_in_redirects().route_layer(from_fn(no_store)))
        // Unknown addresses below these never serve the app's page.
        .route("/api/{*rest}", any(problem::not_found))
        .route("/auth/{*rest}", any(problem::not_found))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(from_fn_with_state(app.clone(), origin::check))
        .layer(cors(app.config()))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(compression());
    let health = Router::new()
        .route("/healthz", get(StatusCode::OK))
        .route("/readyz", get(readiness::serve));
    let all = api
        .merge(health)
        .merge(downloads(app))
        .merge(without_cookies())
        .with_state(app.clone());
    let all = match site {
        Some(site) => all.merge(site.router()),
        None => all
            .route("/embed/{*rest}", any(problem::not_found))
            .fallback(problem::not_found),
    };
    let ids = trace::RequestIds {
        clock: Clock::from_ref(app),
        random: Random::from_ref(app),
    };
    all.layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn(problem::complete))
        .layer(from_fn(security_headers::add))
        .layer(from_fn(contract_version::stamp))
        .layer(from_fn(unread_body::close_connection))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(trace::span)
                .on_response(trace::answered),
        )
        .layer(from_fn(telemetry::count_request))
        .layer(PropagateRequestIdLayer::new(trace::REQUEST_ID))
        .layer(SetRequestIdLayer::new(trace::REQUEST_ID, ids))
        .layer(from_fn(trace::drop_client_request_id))
        // The outermost layer, around logging as well.
        .layer(CatchPanicLayer::custom(problem::panicked_outside))
}

/// The redirects of signing in, which hold what is valid once.
fn sign_in_redirects() -> Router<App> {
    Router::new()
        .route("/auth/sign-in", get(auth::sign_in::begin))
        .route("/auth/callback", get(auth::callback::finish))
        .route(
            "/auth/attendees/sign-in",
            get(auth::sign_in::begin_attendee),
        )
        .route(
            "/auth/attendees/callback",
            get(auth::callback::finish_attendee),
        )
}

/// The contents of files for people. They are not compressed: most types are already, and the length is announced.
fn downloads(app: &App) -> Router<App> {
    let downloads: Router<App> = openapi::downloads().into();
    downloads
        .route_layer(from_fn(no_store))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(cors(app.config()))
}

/// The endpoints for embedding pages, their servers, the conference server and add-ins of mail programs. They are called from any origin with
/// a token, a secret or a signature and without cookies, so the origin is not checked.
fn without_cookies() -> Router<App> {
    let from_pages: Router<App> = openapi::session_details().into();
    let from_servers: Router<App> = openapi::session_tokens().merge(openapi::callbacks()).into();
    let from_pages = from_pages
        .route_layer(from_fn(etag::not_stored))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(session_cors());
    let from_servers = from_servers
        .route_layer(from_fn(no_store))
        .method_not_allowed_fallback(problem::method_not_allowed);
    let from_add_ins: Router<App> = openapi::add_ins().into();
    let from_add_ins = from_add_ins
        .route_layer(from_fn(no_store))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(add_in_cors());
    let files: Router<App> = openapi::fetched_files().into();
    let files = files
        .route_layer(from_fn(no_store))
        .method_not_allowed_fallback(problem::method_not_allowed);
    from_pages
        .merge(from_servers)
        .merge(from_add_ins)
        .layer(compression())
        .merge(files)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// CORS for embedding pages: any origin, as every conference server is an origin of its own and a token cannot
/// be guessed.
fn session_cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET])
        .allow_headers([header::AUTHORIZATION, header::IF_NONE_MATCH])
        .expose_headers([header::ETAG])
        .max_age(Duration::from_hours(2))
}

/// CORS for add-ins, whose pages are of any origin: the access token is theirs to show, and cookies are not read.
fn add_in_cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET])
        .allow_headers([header::AUTHORIZATION, header::ACCEPT_LANGUAGE])
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_hours(2))
}

fn origins<'a>(urls: impl Iterator<Item = &'a Url>) -> AllowOrigin {
    AllowOrigin::list(
        urls.filter_map(|url| HeaderValue::from_str(&url.origin().ascii_serialization()).ok()),
    )
}

/// Marks responses that must not be stored.
async fn no_store(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// CORS for the portal's own origins.
fn cors(config: &Config) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(origins(config.portal_origins.iter()))
        .allow_credentials(true)
        .allow_methods([
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allow_headers([
            header::CONTENT_TYPE,
            http::HeaderName::from_static("idempotency-key"),
        ])
        .expose_headers([http::HeaderName::from_static(
            parvis_contract::CONTRACT_HEADER,
        )])
        .max_age(Duration::from_hours(2))
}

fn compression() -> CompressionLayer<impl tower_http::compression::Predicate> {
    CompressionLayer::new().compress_when(
        SizeAbove::new(COMPRESS_FROM).and(NotForContentType::new("text/event-stream")),
    )
}
