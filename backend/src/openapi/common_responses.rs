//! Responses that many operations have in common, added to the description: handlers list what is their own.

use std::collections::BTreeMap;

use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema};

use parvis_contract::problem::MEDIA_TYPE;

use super::operations;
use crate::web::answers::NOBODY_SIGNED_IN;

/// What utoipa calls the content of a problem.
const JSON: &str = "application/json";

const EVENT_STREAM: &str = "text/event-stream";

/// The name of the cookie of a session in the description.
pub(super) const SESSION: &str = "session";

/// Gives problems their media type, streams the schema of an event, and each operation the refusals that it has as
/// others do, and the session if it needs one.
pub(super) fn complete(api: &mut OpenApi) {
    for (path, item) in &mut api.paths.paths {
        // What other servers and pages call without cookies is taken from any origin.
        let checks_origin = path.starts_with("/auth/") || takes_cookies(path);
        for (method, operation) in operations::of(item) {
            let refusals = refusals(&method, operation, checks_origin);
            let responses = &mut operation.responses.responses;
            for (status, description) in refusals {
                responses
                    .entry(status.to_owned())
                    .or_insert_with(|| problem(description));
            }
            if takes_cookies(path) && operation.security.is_none() && needs_session(responses) {
                let session = SecurityRequirement::new::<_, _, String>(SESSION, []);
                operation.security = Some(vec![session]);
            }
            for (status, response) in responses {
                let RefOr::T(response) = response else {
                    continue;
                };
                if status.as_str() >= "400"
                    && let Some(content) = response.content.shift_remove(JSON)
                {
                    response.content.insert(MEDIA_TYPE.to_owned(), content);
                }
                if let Some(RefOr::T(content)) = response.content.get_mut(EVENT_STREAM) {
                    content.schema = content.schema.take().map(event);
                }
            }
        }
    }
}

/// Whether an operation is refused without a session.
fn needs_session(responses: &BTreeMap<String, RefOr<Response>>) -> bool {
    matches!(
        responses.get("401"),
        Some(RefOr::T(response)) if response.description == NOBODY_SIGNED_IN
    )
}

/// Whether an address is for the portal's own pages.
fn takes_cookies(path: &str) -> bool {
    let others = ["/api/v1/callbacks/", "/api/v1/session", "/api/v1/files/"];
    path.starts_with("/api/v1/") && !others.iter().any(|other| path.starts_with(other))
}

fn refusals(
    method: &HttpMethod,
    operation: &Operation,
    checks_origin: bool,
) -> Vec<(&'static str, &'static str)> {
    let mut refusals = vec![
        ("500", "The service failed"),
        ("503", "The database is busy or does not answer"),
    ];
    let mut parameters = operation.parameters.iter().flatten();
    let is_in_address = |parameter: &RefOr<Parameter>| {
        let RefOr::T(parameter) = parameter else {
            return false;
        };
        matches!(
            parameter.parameter_in,
            ParameterIn::Query | ParameterIn::Path
        )
    };
    if parameters.any(is_in_address) {
        refusals.push(("400", "The address cannot be read"));
    }
    if operation.request_body.is_some() {
        refusals.extend([
            ("400", "The body cannot be read"),
            ("413", "The body is too large"),
            ("415", "The body is not of this media type"),
        ]);
    }
    if *method != HttpMethod::Get {
        refusals.push(("507", "There is no room left to store anything"));
        if checks_origin {
            refusals.push(("403", "The request comes from a page of another origin"));
        }
    }
    refusals
}

fn problem(description: &str) -> RefOr<Response> {
    let schema = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let response = ResponseBuilder::new()
        .description(description)
        .content(MEDIA_TYPE, content);
    RefOr::T(response.build())
}

/// The schema of an event with this data, which is JSON in a text.
fn event(data: RefOr<Schema>) -> RefOr<Schema> {
    let schema = match data {
        RefOr::Ref(schema) => schema.ref_location,
        RefOr::T(_) => String::new(),
    };
    let data = ObjectBuilder::new()
        .schema_type(Type::String)
        .content_media_type(JSON)
        .description(Some(format!("JSON of the schema {schema}")));
    ObjectBuilder::new()
        .description(Some("An event of the stream"))
        .property("event", ObjectBuilder::new().schema_type(Type::String))
        .property("data", data)
        .required("event")
        .required("data")
        .into()
}
