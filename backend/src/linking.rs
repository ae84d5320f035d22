//! `parvis-backend link-accounts`: people whose instance has moved to another identity provider get back what
//! they had. Their accounts are recognised by the e-mail address that both providers have verified.

use std::collections::HashMap;
use std::fmt;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::config::Config;
use crate::storage::Store;
use crate::storage::accounts::KnownAccount;

/// Between whose accounts.
pub struct Wish<'a> {
    /// The issuer of the provider of before.
    pub from: &'a str,
    /// Whether to do it; otherwise it is only told.
    pub apply: bool,
}

/// What was found, or done. It names people: it is for the administrator's terminal, and never logged.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    applied: bool,
    from: String,
    to: String,
    max_rooms: u64,
    linked: Vec<Linked>,
    /// Addresses that several accounts of one provider bear.
    ambiguous: Vec<String>,
    /// How many accounts of before have an address that nobody bears who has signed in since.
    waiting: usize,
    /// How many accounts of before have no verified address.
    unknown: usize,
    /// How many pairs of accounts changed while they were to be linked, and were not.
    changed: usize,
    /// How many accounts each provider has.
    issuers: Vec<(String, i64)>,
}

/// Two accounts of one person.
#[derive(Debug, PartialEq, Eq)]
struct Linked {
    email: String,
    rooms: u64,
    /// With those of the account of now.
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

/// Why nothing is linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Both providers are the same.
    #[error("{0} is the issuer of the provider of now: name the one of before")]
    SameProvider(String),
    /// The database fails before anything is linked.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The database fails on the way: what the report names is linked.
    #[error("{done}The database failed before the rest; run the command again: {error}")]
    Interrupted {
        /// What was done by then.
        done: Box<Report>,
        /// Why no more was.
        #[source]
        error: DbErr,
    },
}

/// Tells whose accounts of the provider of before can be linked to those of the agents' provider of now, and
/// does it where that is wished. Each person's accounts are linked at once and whole; it may be done while the
/// service runs, and again.
///
/// # Errors
///
/// [`LinkError`] when both providers are the same, or the database fails: what was linked by then stays so, and
/// is told.
pub(crate) async fn link(
    store: &Store,
    config: &Config,
    wish: &Wish<'_>,
) -> Result<Report, LinkError> {
    let to = config.agents.issuer.clone();
    if wish.from == to {
        return Err(LinkError::SameProvider(to));
    }
    let issuers = store.issuers().await?;
    let old = by_email(store.accounts_of_issuer(wish.from).await?);
    let new = by_email(store.accounts_of_issuer(&to).await?);
    let mut report = Report {
        applied: wish.apply,
        from: wish.from.to_owned(),
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
                match link_one(store, email, *former, *present, wish.apply).await {
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

/// Links the accounts of one person; `None` where they have changed meanwhile.
async fn link_one(
    store: &Store,
    email: String,
    old: Uuid,
    new: Uuid,
    apply: bool,
) -> Result<Option<Linked>, DbErr> {
    // Counted before: what was linked is told, whatever fails afterwards.
    let rooms = store.count_rooms(old).await?;
    let rooms_in_all = rooms + store.count_rooms(new).await?;
    if apply && !store.link_accounts(old, new).await? {
        return Ok(None);
    }
    Ok(Some(Linked {
        email,
        rooms,
        rooms_in_all,
    }))
}

/// Accounts by their addresses.
struct ByEmail {
    /// In the order of the addresses.
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
