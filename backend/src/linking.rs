//! Account linking (`parvis-backend link-accounts`): after an instance has moved to another identity provider,
//! moves the rooms of each person to the new account. Accounts are matched by the e-mail address that both
//! providers have verified.

use std::collections::HashMap;
use std::fmt;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::clock::Moment;
use crate::config::Config;
use crate::storage::Store;
use crate::storage::accounts::KnownAccount;

/// What to link.
pub struct LinkRequest<'a> {
    /// The issuer of the former identity provider.
    pub from: &'a str,
    /// Whether to link; a dry run otherwise.
    pub apply: bool,
}

/// The result. It names people: it is for the administrator's terminal, and never logged.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    applied: bool,
    from: String,
    to: String,
    max_rooms: u64,
    linked: Vec<Linked>,
    /// Addresses of several accounts of one provider.
    ambiguous: Vec<String>,
    /// How many former accounts have an address without a new account: their people have not signed in since
    /// the move.
    waiting: usize,
    /// How many former accounts have no verified address.
    unknown: usize,
    /// How many pairs of accounts changed meanwhile and were not linked.
    changed: usize,
    /// The number of accounts by issuer.
    issuers: Vec<(String, i64)>,
}

/// Two accounts of one person.
#[derive(Debug, PartialEq, Eq)]
struct Linked {
    email: String,
    rooms: u64,
    /// Including those of the new account.
    rooms_in_all: u64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "from {} to {}", self.from, self.to)?;
        for Linked {
            email,
            rooms,
            rooms_in_all,
        } in &self.linked
        {
            write!(f, "  {email}: {rooms} rooms, {rooms_in_all} in all")?;
            if *rooms_in_all > self.max_rooms {
                write!(f, " (no more can be created above {})", self.max_rooms)?;
            }
            writeln!(f)?;
        }
        for email in &self.ambiguous {
            writeln!(
                f,
                "  {email}: refused, as several accounts of one provider bear it"
            )?;
        }
        let people = self.linked.len();
        let rooms: u64 = self.linked.iter().map(|linked| linked.rooms).sum();
        let done = if self.applied { "were" } else { "can be" };
        writeln!(f, "{people} accounts with {rooms} rooms {done} linked")?;
        writeln!(
            f,
            "{} accounts wait for their people to sign in at the new provider",
            self.waiting
        )?;
        writeln!(f, "{} accounts have no verified address", self.unknown)?;
        if self.changed > 0 {
            writeln!(
                f,
                "{} accounts changed meanwhile and were left as they are: run the command again",
                self.changed
            )?;
        }
        if self.linked.is_empty() {
            writeln!(f, "accounts by provider:")?;
            for (issuer, accounts) in &self.issuers {
                writeln!(f, "  {issuer}: {accounts}")?;
            }
        }
        if !self.applied && people > 0 {
            writeln!(
                f,
                "Nothing was changed. To link them: parvis-backend link-accounts --from {} --apply",
                self.from
            )?;
        }
        Ok(())
    }
}

/// Why linking fails.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Both providers are the same.
    #[error("{0} is the issuer of the current provider: name the former one")]
    SameProvider(String),
    /// The database fails before anything is linked.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The database fails after some accounts were linked, which the report lists.
    #[error("{done}The database failed before the rest; run the command again: {error}")]
    Interrupted {
        /// The accounts linked so far.
        done: Box<Report>,
        /// The cause.
        #[source]
        error: DbErr,
    },
}

/// Finds the former accounts that match accounts of the agents' current provider and, with `apply`, links them.
/// Each person's accounts are linked in one transaction. It may run while the service runs, and may be
/// repeated.
///
/// # Errors
///
/// [`LinkError`] when both providers are the same, or the database fails: what was linked by then stays linked,
/// and is reported.
pub(crate) async fn link(
    store: &Store,
    config: &Config,
    request: &LinkRequest<'_>,
    now: Moment,
) -> Result<Report, LinkError> {
    let to = config.agents.issuer.clone();
    if request.from == to {
        return Err(LinkError::SameProvider(to));
    }
    let issuers = store.issuers().await?;
    let old = by_email(store.accounts_of_issuer(request.from).await?);
    let new = by_email(store.accounts_of_issuer(&to).await?);
    let mut report = Report {
        applied: request.apply,
        from: request.from.to_owned(),
        to,
        max_rooms: config.instance.max_rooms,
        linked: Vec::new(),
        ambiguous: Vec::new(),
        waiting: 0,
        unknown: old.unknown,
        changed: 0,
        issuers,
    };
    for (email, former) in old.known {
        match (former.as_slice(), new.of(&email)) {
            (_, []) => report.waiting += former.len(),
            ([former], [present]) => {
                match link_one(store, email, *former, *present, request.apply, now).await {
                    Ok(Some(linked)) => report.linked.push(linked),
                    Ok(None) => report.changed += 1,
                    Err(error) if report.applied && !report.linked.is_empty() => {
                        let done = Box::new(report);
                        return Err(LinkError::Interrupted { done, error });
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            _ => report.ambiguous.push(email),
        }
    }
    Ok(report)
}

/// Links the accounts of one person; `None` if they have changed meanwhile.
async fn link_one(
    store: &Store,
    email: String,
    old: Uuid,
    new: Uuid,
    apply: bool,
    now: Moment,
) -> Result<Option<Linked>, DbErr> {
    // Counted before linking, so that a later failure cannot hide what was linked.
    let rooms = store.count_rooms(old).await?;
    let rooms_in_all = rooms + store.count_rooms(new).await?;
    if apply && !store.link_accounts(old, new, now).await? {
        return Ok(None);
    }
    Ok(Some(Linked {
        email,
        rooms,
        rooms_in_all,
    }))
}

/// Accounts by e-mail address.
struct ByEmail {
    /// Sorted by address.
    known: Vec<(String, Vec<Uuid>)>,
    unknown: usize,
}

impl ByEmail {
    fn of(&self, email: &str) -> &[Uuid] {
        self.known
            .binary_search_by(|(own, _)| own.as_str().cmp(email))
            .map_or(&[], |place| &self.known[place].1)
    }
}

fn by_email(accounts: Vec<KnownAccount>) -> ByEmail {
    let mut known: HashMap<String, Vec<Uuid>> = HashMap::new();
    let mut unknown = 0;
    for KnownAccount { id, email } in accounts {
        match email {
            Some(email) => known.entry(email).or_default().push(id),
            None => unknown += 1,
        }
    }
    let mut known: Vec<_> = known.into_iter().collect();
    known.sort();
    ByEmail { known, unknown }
}
