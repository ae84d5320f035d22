//! Sign-in errors: the backend redirects here after a failed sign-in, with the reason in the query.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::address::Navigator;
use crate::api::ApiError;
use crate::i18n::guests::say;
use crate::problem_alert::ProblemAlert;

/// The error of the sign-in that led here, if it failed.
#[component]
pub fn SignInErrorAlert() -> impl IntoView {
    let query = use_query_map();
    let kind = query.with_untracked(|query| problem_kind(query.get_str("sign-in")?));
    let Some(kind) = kind else {
        return ().into_any();
    };
    Navigator::get().remove_error_parameter();
    let error = ApiError::Problem(Box::new(Problem::from(kind)));
    view! { <ProblemAlert what=say(GuestTexts::not_signed_in) error /> }.into_any()
}

/// The problem that the backend's word stands for.
fn problem_kind(word: &str) -> Option<ProblemKind> {
    match word {
        "expired" => Some(ProblemKind::SignInExpired),
        "refused" => Some(ProblemKind::SignInRefused),
        "unavailable" => Some(ProblemKind::ProviderUnreachable),
        "unusable" => Some(ProblemKind::ProviderUnusable),
        "busy" => Some(ProblemKind::Unavailable),
        "full" => Some(ProblemKind::StorageFull),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_has_its_sentence_and_anything_else_none() {
        for (word, kind) in [
            ("expired", ProblemKind::SignInExpired),
            ("refused", ProblemKind::SignInRefused),
            ("unavailable", ProblemKind::ProviderUnreachable),
            ("unusable", ProblemKind::ProviderUnusable),
            ("busy", ProblemKind::Unavailable),
            ("full", ProblemKind::StorageFull),
        ] {
            assert_eq!(problem_kind(word), Some(kind), "{word}");
        }
        for word in ["", "x", "expired "] {
            assert_eq!(problem_kind(word), None, "{word}");
        }
    }
}
