//! `POST /api/v1/code`: typing a code, and guessing one.

use std::time::Duration;

use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, address};

const WRONG: &str = "000000000";

#[tokio::test]
async fn a_code_opens_its_room_in_whatever_form_it_is_typed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil d'école").await;
    let code = code_of(&alix, &room).await;
    for typed in [
        code.clone(),
        format!(" {} {} {} ", &code[..3], &code[3..6], &code[6..]),
        format!("{}-{}\u{a0}{}", &code[..3], &code[3..6], &code[6..]),
    ] {
        let secret = entered(&portal.visitor(), &typed).await;
        let told: Value = portal
            .visitor()
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await
            .json();
        assert_eq!(
            told,
            json!({ "room_name": "Conseil d'école", "kind": "moderator", "role": "moderator" })
        );
    }
}

#[tokio::test]
async fn what_is_no_code_is_refused_as_such_and_costs_nothing() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "1")]).await;
    for typed in ["", "41146457", "4114645712", "41146457a", "٤١١٤٦٤٥٧١"] {
        let problem = portal
            .visitor()
            .type_code(typed)
            .await
            .assert_problem(ProblemKind::Invalid);
        assert_eq!(problem.errors[0].field, "code");
        assert_eq!(problem.errors[0].reason, FieldReason::NotACode);
    }
    let wrong = portal.visitor().type_code(WRONG).await;
    wrong.assert_problem(ProblemKind::CodeUnknown);
}

#[tokio::test]
async fn no_answer_tells_whether_a_code_ever_was_one() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let renewed = alix.create_room("Une").await;
    let deleted = alix.create_room("Deux").await;
    let codes = [
        code_of(&alix, &renewed).await,
        code_of(&alix, &deleted).await,
        WRONG.to_owned(),
    ];
    alix.renew(&renewed, "code").await;
    alix.send(Method::DELETE, &address(&deleted)).await;
    let mut told = Vec::new();
    for code in &codes {
        let answer = portal.visitor().type_code(code).await;
        let problem = answer.assert_problem(ProblemKind::CodeUnknown);
        assert_eq!(answer.header("set-cookie"), "");
        told.push(Problem {
            request_id: None,
            ..problem
        });
    }
    assert_eq!(told[0], told[2]);
    assert_eq!(told[1], told[2]);
}

#[tokio::test]
async fn who_came_by_a_code_that_was_renewed_since_learns_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let guest = portal.visitor();
    let secret = entered(&guest, &code_of(&alix, &room).await).await;
    alix.renew(&room, "code").await;
    let body = json!({ "secret": secret, "name": "Zoé" });
    let answer = guest.post("/api/v1/join", body).await;
    answer.assert_problem(ProblemKind::LinkRenewed);
    entered(&guest, &code_of(&alix, &room).await).await;
}

#[tokio::test]
async fn right_codes_cost_nothing() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "4")]).await;
    let alix = portal.signed_in("Alix").await;
    let code = code_of(&alix, &alix.create_room("Une").await).await;
    for _ in 0..5 {
        entered(&portal.visitor(), &code).await;
    }
}

/// A budget of eight a week is two a day: the second costs work, the third is not to be had.
#[tokio::test]
async fn as_the_budget_runs_low_work_is_asked_for_and_once_it_is_spent_strangers_are_turned_away() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "8")]).await;
    let alix = portal.signed_in("Alix").await;
    let code = code_of(&alix, &alix.create_room("Une").await).await;
    let known = portal.visitor();
    entered(&known, &code).await;

    let stranger = portal.visitor();
    stranger
        .type_code(WRONG)
        .await
        .assert_problem(ProblemKind::CodeUnknown);
    let asked = stranger.type_code(&code).await;
    let asked = asked.assert_problem(ProblemKind::ProofRequired);
    let proof = solve(&asked.challenge.expect("a challenge"));
    // Solved, a right code opens and costs nothing; the same solution is good for once.
    let with_proof = async |code: &str, proof: &str| {
        let body = json!({ "code": code, "proof": proof });
        portal.visitor().post("/api/v1/code", body).await
    };
    with_proof(&code, &proof).await.json::<Value>();
    let again = with_proof(&code, &proof).await;
    let again = again.assert_problem(ProblemKind::ProofRequired);
    let proof = solve(&again.challenge.expect("another challenge"));
    with_proof(WRONG, &proof)
        .await
        .assert_problem(ProblemKind::CodeUnknown);

    let turned_away = portal.visitor().type_code(&code).await;
    let problem = turned_away.assert_problem(ProblemKind::CodesSuspended);
    let wait = problem.retry_after.expect("until when");
    assert!(wait > 0 && wait <= 24 * 3600, "{wait}");
    assert_eq!(turned_away.header("retry-after"), wait.to_string());
    // Whoever is known, or signed in, or has a link, notices nothing.
    entered(&known, &code).await;
    entered(&portal.signed_in("Camille").await, &code).await;

    portal.pass(Duration::from_secs(wait));
    entered(&portal.visitor(), &code).await;
}

#[tokio::test]
async fn one_address_spends_sixty_a_day_and_others_their_own() {
    let portal = Portal::start_with(&[
        ("PARVIS_WRONG_CODES_A_WEEK", "1000000"),
        ("PARVIS_TRUSTED_PROXIES", "127.0.0.1, ::1"),
    ])
    .await;
    let from = async |address: &str| {
        let person = portal.visitor();
        let request = person
            .request(Method::POST, "/api/v1/code")
            .header("x-forwarded-for", address);
        Answer::of(request.json(&json!({ "code": WRONG }))).await
    };
    for number in 0..60 {
        let answer = from(&format!("2001:db8:1:2::{number:x}")).await;
        answer.assert_problem(ProblemKind::CodeUnknown);
    }
    let answer = from("2001:db8:1:2:ffff::1").await;
    let problem = answer.assert_problem(ProblemKind::TooManyCodes);
    assert!(problem.retry_after.expect("until when") <= 24 * 3600);
    from("2001:db8:1:3::1")
        .await
        .assert_problem(ProblemKind::CodeUnknown);
    portal.pass(Duration::from_hours(24));
    from("2001:db8:1:2::1")
        .await
        .assert_problem(ProblemKind::CodeUnknown);
    // What is remembered is neither an address nor a code.
    let kept = portal.database_text().await;
    assert!(kept.contains("address:"), "wrong codes are counted");
    assert!(!kept.contains("2001:") && !kept.contains(WRONG));
}

#[tokio::test]
async fn a_device_that_is_known_has_twenty_of_its_own_and_marks_do_not_add_up() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "0")]).await;
    let alix = portal.signed_in("Alix").await;
    let code = code_of(&alix, &alix.create_room("Une").await).await;
    // Nobody becomes known where strangers are turned away: these were before. The marks are made by
    // somebody who is signed in, on as many devices as they like.
    let mut wrong = 0;
    for _ in 0..4 {
        let device = portal.signed_in("Camille").await;
        entered(&device, &code).await;
        device.post("/auth/sign-out", json!({})).await;
        loop {
            let answer = device.type_code(WRONG).await;
            if answer.status != StatusCode::NOT_FOUND {
                answer.assert_problem(ProblemKind::CodesSuspended);
                break;
            }
            wrong += 1;
        }
    }
    // Twenty for each of the first two, ten for the third: fifty for all whom one owner's codes made.
    assert_eq!(wrong, 50);
}

#[tokio::test]
async fn a_mark_that_was_made_up_is_none() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "0")]).await;
    let stranger = portal.visitor();
    let request = stranger.request(Method::POST, "/api/v1/code").header(
        "cookie",
        "parvis-device=AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    );
    let answer = Answer::of(request.json(&json!({ "code": WRONG }))).await;
    answer.assert_problem(ProblemKind::CodesSuspended);
}

/// Sixty at once, at two processes on one database: an account has fifty, and gets exactly fifty.
#[tokio::test]
async fn the_budget_holds_across_nodes_that_share_a_database() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "0")]).await;
    let other = portal.another_node().await;
    let camille = portal.signed_in("Camille").await;
    let mut answers = tokio::task::JoinSet::new();
    for number in 0..60 {
        let path = if number % 2 == 0 {
            "/api/v1/code".to_owned()
        } else {
            format!("{other}/api/v1/code")
        };
        let request = camille.request(Method::POST, &path);
        answers.spawn(Answer::of(request.json(&json!({ "code": WRONG }))));
    }
    let mut wrong = 0;
    while let Some(answer) = answers.join_next().await {
        let answer = answer.expect("no panic");
        if answer.status == StatusCode::NOT_FOUND {
            wrong += 1;
        } else {
            answer.assert_problem(ProblemKind::CodesSuspended);
        }
    }
    assert_eq!(wrong, 50);
}

/// The binary itself, twice, on one database: of a budget of one a day, one is spent.
#[tokio::test]
async fn the_budget_holds_across_processes_that_share_a_database() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "4")]).await;
    let processes = [portal.process().await, portal.process().await];
    let mut answers = tokio::task::JoinSet::new();
    for number in 0..30 {
        let path = format!("{}/api/v1/code", processes[number % 2].origin);
        let request = portal.visitor().request(Method::POST, &path);
        answers.spawn(Answer::of(request.json(&json!({ "code": WRONG }))));
    }
    let mut wrong = 0;
    while let Some(answer) = answers.join_next().await {
        let answer = answer.expect("no panic");
        match answer.status.as_u16() {
            404 => wrong += 1,
            // Who comes late enough to see the budget spent is turned away, or asked to work first.
            428 | 429 => {}
            status => panic!("{status} {}", answer.body),
        }
    }
    assert_eq!(wrong, 1);
}

/// Strangers behind one address, all with a right code: none is in another's way, and nothing is spent.
#[tokio::test]
async fn right_codes_typed_at_once_are_all_taken() {
    let portal = Portal::start_with(&[("PARVIS_WRONG_CODES_A_WEEK", "400")]).await;
    let alix = portal.signed_in("Alix").await;
    let code = code_of(&alix, &alix.create_room("Une").await).await;
    let mut answers = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let request = portal.visitor().request(Method::POST, "/api/v1/code");
        answers.spawn(Answer::of(request.json(&json!({ "code": code }))));
    }
    while let Some(answer) = answers.join_next().await {
        answer.expect("no panic").json::<Value>();
    }
    // A quarter of the week's is a day's: all hundred are left, half of them without work.
    for _ in 0..50 {
        let wrong = portal.visitor().type_code(WRONG).await;
        wrong.assert_problem(ProblemKind::CodeUnknown);
    }
}

#[tokio::test]
async fn what_was_counted_is_forgotten_after_a_week() {
    let portal = Portal::start().await;
    portal.visitor().type_code(WRONG).await;
    assert!(portal.database_text().await.contains("instance"));
    portal.pass(Duration::from_hours(8 * 24));
    portal.keep_house().await;
    assert!(!portal.database_text().await.contains("instance"));
    // The row that is locked while counting stays: counting goes on.
    let wrong = portal.visitor().type_code(WRONG).await;
    wrong.assert_problem(ProblemKind::CodeUnknown);
}

async fn code_of(owner: &Person, room: &parvis_contract::room::Room) -> String {
    let invitation = owner.invitation(room).await;
    invitation["code"].as_str().expect("a code").to_owned()
}

/// The secret that a right code gives.
async fn entered(person: &Person, code: &str) -> String {
    let entrance: Value = person.type_code(code).await.json();
    entrance["secret"].as_str().expect("a secret").to_owned()
}

fn solve(challenge: &str) -> String {
    let challenge: Challenge = serde_json::from_str(challenge).expect("a challenge");
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
    let solution = solution.expect("well-formed").expect("in time");
    serde_json::to_string(&Payload {
        challenge,
        solution,
    })
    .expect("JSON")
}
