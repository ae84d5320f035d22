//! HTTP requests to an identity provider.

use oauth2::reqwest::{self, RequestBuilder, Response, StatusCode, header};
use serde_json::{Map, Value};

use super::error::{ProviderError, unreachable};
use crate::measure;

/// The maximum size of a response body, in bytes.
const MAX_BODY: usize = 1 << 20;

/// A response: its media type without parameters, and its body.
pub struct Answer {
    pub media_type: String,
    pub body: Vec<u8>,
}

/// Sends a request to the endpoint of this name and reads the response.
///
/// # Errors
///
/// As [`send`]; [`ProviderError::Unusable`] when the status is not a success, or the body is too large.
pub async fn ask(endpoint: &'static str, request: RequestBuilder) -> Result<Answer, ProviderError> {
    let response = send(endpoint, request.send()).await?;
    let status = response.status();
    if !status.is_success() {
        return Err(ProviderError::Unusable(format!("it answers {status}")));
    }
    let media_type = media_type(&response);
    let body = bounded(response).await?;
    Ok(Answer { media_type, body })
}

/// Waits for a response of the endpoint of this name, by which metrics and traces tell requests apart.
///
/// # Errors
///
/// [`ProviderError::Unreachable`] when there is none, or its status is a server error.
pub async fn send(
    endpoint: &'static str,
    request: impl Future<Output = Result<Response, reqwest::Error>>,
) -> Result<Response, ProviderError> {
    let measured = measure::Call::begin("provider", endpoint);
    let response = request.await;
    measured.end(match &response {
        Ok(response) if response.status().is_server_error() => "unusable",
        Ok(_) => "ok",
        Err(_) => "unreachable",
    });
    let response = response.map_err(|error| unreachable(&error))?;
    let status = response.status();
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        return Err(ProviderError::Unreachable(format!("it answers {status}")));
    }
    Ok(response)
}

/// As [`ask`], for a JSON object.
///
/// # Errors
///
/// As [`ask`]; [`ProviderError::Unusable`] when it is not a JSON object.
pub async fn json(
    endpoint: &'static str,
    request: RequestBuilder,
) -> Result<Map<String, Value>, ProviderError> {
    let answer = ask(endpoint, request).await?;
    object(&answer.body)
}

/// Parses a JSON object.
///
/// # Errors
///
/// [`ProviderError::Unusable`] when it is not one. The error does not contain the body, which may be about a
/// person.
pub fn object(body: &[u8]) -> Result<Map<String, Value>, ProviderError> {
    serde_json::from_slice(body)
        .map_err(|_| ProviderError::Unusable("its answer is no JSON object".to_owned()))
}

fn media_type(response: &Response) -> String {
    let value = response.headers().get(header::CONTENT_TYPE);
    let text = value.and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = text.split(';').next().unwrap_or("");
    essence.trim().to_ascii_lowercase()
}

/// The body of a response.
///
/// # Errors
///
/// When it is incomplete or too large.
pub async fn bounded(mut response: Response) -> Result<Vec<u8>, ProviderError> {
    let mut body = Vec::new();
    while let Some(part) = response
        .chunk()
        .await
        .map_err(|error| unreachable(&error))?
    {
        if body.len() + part.len() > MAX_BODY {
            return Err(ProviderError::Unusable("its answer is too long".to_owned()));
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}
