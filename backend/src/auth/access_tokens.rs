//! Access tokens of the agents' identity provider, which add-ins of mail programs send: whose they are.
//!
//! The provider is asked once about a token that several requests bring at the same time, and its answer is kept for a
//! minute at most. The clock is injected and an answer may expire earlier, so this is no general cache.

use std::cmp::min;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared};
use sea_orm::DbErr;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::audience::Audience;
use super::provider::ProviderError;
use super::providers::Providers;
use crate::clock::{Clock, Moment};
use crate::storage::accounts::Account;
use crate::storage::{Store, TokenHash};

/// How long the account of a token is kept.
const KEPT: Duration = Duration::from_mins(1);

/// How long it is kept that a token is refused, or its holder has no account.
const REFUSAL_KEPT: Duration = Duration::from_secs(5);

/// The number of tokens of which something is kept.
const MOST_KEPT: usize = 10_000;

/// The number of tokens that the provider is asked about at the same time.
const MOST_QUESTIONS: usize = 64;

/// The number of tokens that it is asked about, or that wait for that. Further ones are told so at once.
const MOST_WAITING: usize = 512;

/// How long a question waits for others.
const QUEUE_TIMEOUT: Duration = Duration::from_secs(5);

/// Whose a token is.
#[derive(Clone)]
pub enum Holder {
    /// The person with this account.
    Account(Account),
    /// Somebody who has no account.
    Unknown,
    /// The token is not valid, or not for this service.
    Refused,
}

/// Why it is not known whose a token is.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AccessTokenError {
    /// The identity provider.
    #[error(transparent)]
    Provider(#[from] ProviderError),
    /// Too many questions are waiting.
    #[error("the identity provider is being asked about too many tokens")]
    Overloaded,
    /// The question ended without an answer.
    #[error("the question has failed")]
    Failed,
    /// The database.
    #[error(transparent)]
    Db(Arc<DbErr>),
}

/// An answer, and when it is to be asked for again.
type Answer = Result<(Holder, Moment), AccessTokenError>;

/// A question, or its answer.
type Question = Shared<BoxFuture<'static, Answer>>;

/// The access tokens of add-ins.
pub struct AccessTokens {
    providers: Providers,
    store: Store,
    issuer: String,
    clock: Clock,
    questions: Semaphore,
    waiting: Semaphore,
    kept: Mutex<HashMap<TokenHash, Question>>,
}

impl AccessTokens {
    /// Asks the agents' provider, whose issuer is `issuer`.
    #[must_use]
    pub fn new(providers: Providers, store: Store, issuer: String, clock: Clock) -> Self {
        Self {
            providers,
            store,
            issuer,
            clock,
            questions: Semaphore::new(MOST_QUESTIONS),
            waiting: Semaphore::new(MOST_WAITING),
            kept: Mutex::default(),
        }
    }

    /// Whose a token is.
    ///
    /// # Errors
    ///
    /// [`AccessTokenError`] when the provider cannot be asked, or the database fails. It is not kept.
    pub async fn holder(self: &Arc<Self>, token: &str) -> Result<Holder, AccessTokenError> {
        let hash = TokenHash::of(token);
        let (question, is_new) = self.question(&hash, token);
        let (holder, until) = question.await?;
        if is_new || until > self.clock.now() {
            return Ok(holder);
        }
        // It was answered long ago, but nobody had waited for the answer.
        self.kept().remove(&hash);
        let (holder, _) = self.question(&hash, token).0.await?;
        Ok(holder)
    }

    /// The question about a token, and whether it is asked for this call.
    fn question(self: &Arc<Self>, hash: &TokenHash, token: &str) -> (Question, bool) {
        let now = self.clock.now();
        let mut kept = self.kept();
        if let Some(question) = kept.get(hash)
            && is_usable(question, now)
        {
            return (question.clone(), false);
        }
        make_room(&mut kept, now);
        // In a task, so that it is answered even if whoever asks does not wait.
        let (tokens, token, own) = (Arc::clone(self), token.to_owned(), hash.clone());
        let asking = tokio::spawn(async move {
            let answer = tokens.ask(&token).await;
            if answer.is_err() {
                // Also where nobody has waited for it.
                tokens.kept().remove(&own);
            }
            answer
        });
        let answer = async move { asking.await.unwrap_or(Err(AccessTokenError::Failed)) };
        let question = answer.boxed().shared();
        kept.insert(hash.clone(), question.clone());
        (question, true)
    }

    async fn ask(&self, token: &str) -> Answer {
        let waiting = self.waiting.try_acquire();
        let _waiting = waiting.map_err(|_| AccessTokenError::Overloaded)?;
        let _turn = timeout(QUEUE_TIMEOUT, self.questions.acquire())
            .await
            .map_err(|_| AccessTokenError::Overloaded)?
            .map_err(|_| AccessTokenError::Failed)?;
        let now = self.clock.now();
        let provider = self.providers.of(Audience::Agents);
        let provider = provider.ok_or(AccessTokenError::Failed)?;
        let Some(holder) = provider.token_holder(token).await? else {
            return Ok((Holder::Refused, now.plus(REFUSAL_KEPT)));
        };
        let account = self
            .store
            .known_account(&self.issuer, &holder.subjects, holder.email.as_deref())
            .await
            .map_err(|error| AccessTokenError::Db(Arc::new(error)))?;
        Ok(match account {
            Some(account) => {
                self.store.note_use(&account, now);
                let until = now.plus(KEPT);
                let until = holder.expires_at.map_or(until, |end| min(end, until));
                (Holder::Account(account), until)
            }
            None => (Holder::Unknown, now.plus(REFUSAL_KEPT)),
        })
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<TokenHash, Question>> {
        // Changes are made in one step, so the state is consistent after a panic.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a question has no answer yet, or one to use.
fn is_usable(question: &Question, now: Moment) -> bool {
    match question.peek() {
        None => true,
        Some(Ok((_, until))) => *until > now,
        Some(Err(_)) => false,
    }
}

/// Drops what is least missed if there is no room: what is too old, then refusals, then any.
fn make_room(kept: &mut HashMap<TokenHash, Question>, now: Moment) {
    if kept.len() < MOST_KEPT {
        return;
    }
    kept.retain(|_, question| is_usable(question, now));
    if kept.len() >= MOST_KEPT {
        let is_account = |question: &Question| {
            matches!(question.peek(), None | Some(Ok((Holder::Account(_), _))))
        };
        kept.retain(|_, question| is_account(question));
    }
    if kept.len() >= MOST_KEPT
        && let Some(any) = kept.keys().next().cloned()
    {
        kept.remove(&any);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn answered(answer: (Holder, Moment)) -> Question {
        let question = async move { Ok(answer) }.boxed().shared();
        assert!(question.clone().await.is_ok());
        question
    }

    fn account() -> Holder {
        Holder::Account(Account {
            id: uuid::Uuid::nil(),
            name: String::new(),
            order: parvis_contract::order::RoomOrder::default(),
            last_used_at: None,
            is_warned_of: false,
        })
    }

    #[tokio::test]
    async fn refusals_make_room_for_others_and_the_number_stays_bounded() {
        let now = Moment(0);
        let mut kept = HashMap::new();
        let refused = answered((Holder::Refused, Moment(5))).await;
        let known = answered((account(), Moment(60))).await;
        kept.insert(TokenHash::of("known"), known.clone());
        for n in 1..MOST_KEPT {
            kept.insert(TokenHash::of(&n.to_string()), refused.clone());
        }
        make_room(&mut kept, now);
        assert_eq!(kept.len(), 1);
        for n in 1..MOST_KEPT {
            kept.insert(TokenHash::of(&n.to_string()), known.clone());
        }
        make_room(&mut kept, now);
        assert_eq!(kept.len(), MOST_KEPT - 1);
        make_room(&mut kept, Moment(60));
        assert_eq!(kept.len(), MOST_KEPT - 1);
        kept.insert(TokenHash::of("one more"), known);
        make_room(&mut kept, Moment(60));
        assert_eq!(kept.len(), 0);
    }

    #[tokio::test]
    async fn an_answer_is_used_until_its_time_and_a_failure_never() {
        let question = answered((account(), Moment(60))).await;
        assert!(is_usable(&question, Moment(59)));
        assert!(!is_usable(&question, Moment(60)));
        let failure = async { Err(AccessTokenError::Failed) }.boxed().shared();
        assert!(is_usable(&failure, Moment(0)));
        assert!(failure.clone().await.is_err());
        assert!(!is_usable(&failure, Moment(0)));
    }
}
