//! Responses that many operations have in common, added to the description: handlers list what is their own.

use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterIn};
use utoipa::openapi::{ContentBuilder, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder};

use parvis_contract::problem::MEDIA_TYPE;

/// What utoipa calls the content of a problem.
const JSON: &str = "application/json";

/// Gives problems their media type, and each operation the refusals that it has as others do.
pub(super) fn complete(api: &mut OpenApi) {
    for (path, item) in &mut api.paths.paths {
        // What other servers and pages call without cookies is taken from any origin.
        let checks_origin = path.starts_with("/auth/") || takes_cookies(path);
        for (method, operation) in operations(item) {
            let refusals = refusals(&method, operation, checks_origin);
            let responses = &mut operation.responses.responses;
            for (status, description) in refusals {
                responses
                    .entry(status.to_owned())
                    .or_insert_with(|| problem(description));
            }
            for (status, response) in responses {
                if status.as_str() >= "400"
                    && let RefOr::T(response) = response
                    && let Some(content) = response.content.shift_remove(JSON)
                {
                    response.content.insert(MEDIA_TYPE.to_owned(), content);
                }
            }
        }
    }
}

/// Whether an address is for the portal's own pages.
fn takes_cookies(path: &str) -> bool {
    let others = ["/api/v1/callbacks/", "/api/v1/session", "/api/v1/files/"];
    path.starts_with("/api/v1/") && !others.iter().any(|other| path.starts_with(other))
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Patch, &mut item.patch),
        (HttpMethod::Delete, &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
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
