//! Extractor of the person for whom an add-in of a mail program asks.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::access_tokens::{AccessTokenError, AccessTokens, Holder};
use super::provider::ProviderError;
use crate::storage::accounts::Account;
use crate::web::bearer::Bearer;
use crate::web::problem::Refusal;

/// After how many seconds an add-in may ask again.
const RETRY_AFTER: u64 = 5;

/// The account of the holder of the access token. It refuses requests without a token with 401, and other tokens with
/// 403.
pub struct AddInUser(pub Account);

impl<S: Send + Sync> FromRequestParts<S> for AddInUser
where
    Arc<AccessTokens>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Bearer(token) = Bearer::from_request_parts(parts, state).await?;
        let tokens = Arc::<AccessTokens>::from_ref(state);
        match tokens.holder(&token).await? {
            Holder::Account(account) => Ok(Self(account)),
            Holder::Unknown => Err(Refusal::new(ProblemKind::AccountUnknown)),
            Holder::Refused => Err(Refusal::new(ProblemKind::AccessTokenRefused)),
        }
    }
}

impl From<AccessTokenError> for Refusal {
    fn from(error: AccessTokenError) -> Self {
        match &error {
            AccessTokenError::Provider(cause) => {
                let kind = match cause {
                    ProviderError::Unreachable(_) => ProblemKind::ProviderUnreachable,
                    ProviderError::Refused(_) | ProviderError::Unusable(_) => {
                        ProblemKind::ProviderUnusable
                    }
                };
                let refusal = Self::new(kind).cause(&error);
                if kind == ProblemKind::ProviderUnreachable {
                    refusal.retry_after(RETRY_AFTER)
                } else {
                    refusal
                }
            }
            AccessTokenError::Overloaded => Self::new(ProblemKind::Unavailable)
                .cause(&error)
                .retry_after(RETRY_AFTER),
            AccessTokenError::Failed => Self::new(ProblemKind::Internal).cause(&error),
            AccessTokenError::Db(cause) => Self::from(&**cause),
        }
    }
}
