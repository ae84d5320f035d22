//! `Accept-Language`: the language that names are sorted in.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::header::ACCEPT_LANGUAGE;
use http::request::Parts;
use parvis_contract::language::Language;

/// The first of the asker's languages that the service has, else French. The app names the one in use.
pub struct AcceptLanguage(pub Language);

impl<S: Sync> FromRequestParts<S> for AcceptLanguage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let wished = parts.headers.get(ACCEPT_LANGUAGE);
        let wished = wished.and_then(|value| value.to_str().ok());
        Ok(Self(wished.and_then(first).unwrap_or_default()))
    }
}

/// Browsers write the language that is preferred first.
fn first(wished: &str) -> Option<Language> {
    wished.split(',').find_map(|entry| {
        let tag = entry.split([';', '-']).next()?.trim();
        Language::from_tag(&tag.to_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_the_service_has_is_taken() {
        assert_eq!(first("es"), Some(Language::Es));
        assert_eq!(first("pl, DE-at;q=0.9, fr;q=0.8"), Some(Language::De));
        assert_eq!(first("*"), None);
        assert_eq!(first(""), None);
    }
}
