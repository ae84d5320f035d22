//! A code is typed: by whom, at whose expense, and what it opens.

use std::net::IpAddr;

use parvis_contract::code::ConnectionCode;
use parvis_contract::problem::ProblemKind;
use uuid::Uuid;

use super::{Mark, address_scope, proof};
use crate::app::App;
use crate::attempts::{Scope, Spent};
use crate::clock::Moment;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;

/// Who types a code.
pub struct Typist {
    /// The account that is signed in.
    pub account: Option<Uuid>,
    /// The mark of the device, if it has one.
    pub mark: Option<Mark>,
    /// Where the request comes from.
    pub address: IpAddr,
    /// The solution of a challenge, as JSON.
    pub proof: Option<String>,
}

/// The room that `code` opens.
pub async fn enter(app: &App, typist: Typist, code: ConnectionCode) -> Result<Room, Refusal> {
    for scopes in known(app, &typist).await? {
        let now = app.clock.now();
        if take(app, &scopes, now).await?.is_ok() {
            return look_up(app, code, &scopes, now).await;
        }
    }
    let address = address_scope(&app.keys, typist.address);
    let scopes = [Scope::Instance, address];
    pay_with_work(app, &scopes, typist.proof).await?;
    let now = app.clock.now();
    take(app, &scopes, now)
        .await?
        .map_err(|spent| refusal(&spent))?;
    look_up(app, code, &scopes, now).await
}

/// At whose expense somebody who is known may type, in this order.
async fn known(app: &App, typist: &Typist) -> Result<Vec<Vec<Scope>>, Refusal> {
    let mut known = Vec::new();
    if let Some(account) = typist.account {
        known.push(vec![Scope::Account(account)]);
    }
    if let Some(mark) = typist.mark
        // Once the room's tombstone is gone too, nobody answers for its marks.
        && let Some(room) = app.store.room(mark.room).await?
    {
        known.push(vec![
            Scope::Device(mark.device),
            Scope::Owner(room.owner_id),
        ]);
    }
    Ok(known)
}

/// Has a stranger solve a challenge first, where strangers have typed many wrong codes of late.
async fn pay_with_work(
    app: &App,
    scopes: &[Scope; 2],
    proof: Option<String>,
) -> Result<(), Refusal> {
    let (budget, now) = (app.config.wrong_codes_a_week, app.clock.now());
    let tally = app.store.tally(scopes).await?;
    for scope in scopes {
        tally
            .check(scope, budget, now)
            .map_err(|spent| refusal(&spent))?;
    }
    let spent = tally.spent_percent(&scopes[0], budget, now);
    let Some(rounds) = proof::rounds(spent) else {
        return Ok(());
    };
    if let Some(proof) = proof {
        let keys = app.keys.clone();
        let checked = tokio::task::spawn_blocking(move || proof::check(&keys, &proof, rounds, now));
        let solved = checked
            .await
            .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
        if let Some(solved) = solved
            && app.store.use_proof(solved.nonce, solved.until).await?
        {
            return Ok(());
        }
    }
    let challenge = proof::challenge(&app.keys, rounds, now)
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
    Err(Refusal::new(ProblemKind::ProofRequired).challenge(challenge))
}

async fn take(app: &App, scopes: &[Scope], now: Moment) -> Result<Result<(), Spent>, Refusal> {
    let budget = app.config.wrong_codes_a_week;
    Ok(app.store.take_wrong_code(scopes, budget, now).await?)
}

/// What the code opens; what was taken for it is given back if it opens something.
async fn look_up(
    app: &App,
    code: ConnectionCode,
    scopes: &[Scope],
    taken_at: Moment,
) -> Result<Room, Refusal> {
    // Nine digits fit.
    let number = code.to_string().parse().unwrap_or(i32::MAX);
    let room = match app.store.room_of_code(number).await? {
        Some(id) => app.store.room(id).await?,
        None => None,
    };
    // The same words for a code that never was and for one that is no more.
    let unknown = || Refusal::new(ProblemKind::CodeUnknown);
    let room = room
        .filter(|room| room.is_open_at(taken_at))
        .ok_or_else(unknown)?;
    // Renewed between the two questions, it would open the room as the new one does.
    if app.store.room_of_code(number).await? != Some(room.id) {
        return Err(unknown());
    }
    app.store.give_back_wrong_code(scopes, taken_at).await?;
    Ok(room)
}

fn refusal(spent: &Spent) -> Refusal {
    let kind = match spent.scope {
        Scope::Instance => ProblemKind::CodesSuspended,
        _ => ProblemKind::TooManyCodes,
    };
    Refusal::new(kind).retry_after(spent.retry_after)
}
