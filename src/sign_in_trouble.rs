//! A sign-in that did not come about: the backend leads back here and says why in the query.

use leptos::prelude::*;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::api::ApiError;
use crate::i18n::guests::say;
use crate::ui::{ProblemAlert, nothing};

/// What went wrong with the sign-in that led here, if one did.
#[component]
pub fn SignInTrouble() -> impl IntoView {
    let query = window().location().search().unwrap_or_default();
    let Some(kind) = trouble(&query) else {
        return nothing();
    };
    let error = ApiError::Problem(Box::new(Problem::from(kind)));
    view! { <ProblemAlert what=say(|texts| texts.not_signed_in) error /> }.into_any()
}

/// Reads the query of the page's address.
fn trouble(query: &str) -> Option<ProblemKind> {
    let parameters = query.strip_prefix('?')?.split('&');
    match parameters
        .into_iter()
        .find_map(|parameter| parameter.strip_prefix("sign-in="))?
    {
        "expired" => Some(ProblemKind::SignInExpired),
        "refused" => Some(ProblemKind::SignInRefused),
        "unavailable" => Some(ProblemKind::ProviderUnreachable),
        "busy" => Some(ProblemKind::Unavailable),
        "full" => Some(ProblemKind::StorageFull),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_has_its_sentence_and_anything_else_none() {
        assert_eq!(
            trouble("?sign-in=expired"),
            Some(ProblemKind::SignInExpired)
        );
        assert_eq!(
            trouble("?x=1&sign-in=refused"),
            Some(ProblemKind::SignInRefused)
        );
        assert_eq!(
            trouble("?sign-in=unavailable"),
            Some(ProblemKind::ProviderUnreachable)
        );
        assert_eq!(trouble("?sign-in=busy"), Some(ProblemKind::Unavailable));
        assert_eq!(trouble("?sign-in=full"), Some(ProblemKind::StorageFull));
        for query in ["", "?", "?sign-in=", "?sign-in=x", "?sort=name"] {
            assert_eq!(trouble(query), None, "{query}");
        }
    }
}
