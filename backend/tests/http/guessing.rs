//! Rate limits of `POST /api/v1/code`: what is counted, who is refused, and who is not.

mod work;

use std::time::Duration;

use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, WRONG_CODE};

/// A budget of eight a week is two a day: the second costs work, the third is not to be had.
#[tokio::test]
async fn as_the_budget_runs_low_work_is_asked_for_and_once_it_is_spent_strangers_are_turned_away() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "8")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let code = alix.code(&room).await;
    let known = portal.visitor();
    known.entered_by(&code).await;

    let stranger = portal.visitor();
    stranger
        .type_code(WRONG_CODE)
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
    with_proof(WRONG_CODE, &proof)
        .await
        .assert_problem(ProblemKind::CodeUnknown);

    let turned_away = portal.visitor().type_code(&code).await;
    let problem = turned_away.assert_problem(ProblemKind::CodesSuspended);
    let wait = problem.retry_after.expect("until when");
    assert!(wait > 0 && wait <= 24 * 3600, "{wait}");
    assert_eq!(turned_away.header("retry-after"), wait.to_string());
    // Whoever is known, or signed in, or has a link, notices nothing.
    known.entered_by(&code).await;
    portal.signed_in("Camille").await.entered_by(&code).await;
    let [_, link, _] = alix.secrets(&room).await;
    let guest = portal.visitor();
    let resolved = guest.post("/api/v1/join/resolve", json!({ "secret": link }));
    resolved.await.json::<Value>();

    portal.pass(Duration::from_secs(wait));
    portal.visitor().entered_by(&code).await;
}

#[tokio::test]
async fn a_device_that_is_known_has_twenty_of_its_own_and_marks_do_not_add_up() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "0")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let code = alix.code(&alix.create_room("Une").await).await;
    // Nobody becomes known where strangers are turned away: these were before. The marks are made by
    // somebody who is signed in, on as many devices as they like.
    let mut wrong = 0;
    for _ in 0..4 {
        let device = portal.signed_in("Camille").await;
        device.entered_by(&code).await;
        device.post("/auth/sign-out", json!({})).await;
        wrong += wrong_codes_until_refused(&device).await;
    }
    // Twenty for each of the first two, ten for the third: fifty for all whom one owner's codes made.
    assert_eq!(wrong, 50);
}

#[tokio::test]
async fn a_device_keeps_its_mark_and_what_is_left_of_its_twenty() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "4")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let codes = [
        alix.code(&alix.create_room("Une").await).await,
        camille.code(&camille.create_room("Deux").await).await,
    ];
    let device = portal.visitor();
    let first = device.type_code(&codes[0]).await;
    assert!(first.header("set-cookie").contains("parvis-device="));
    for _ in 0..15 {
        let wrong = device.type_code(WRONG_CODE).await;
        wrong.assert_problem(ProblemKind::CodeUnknown);
    }
    // Another owner's code, and the same again: the mark is the same, for another year.
    for code in [&codes[1], &codes[0]] {
        let again = device.type_code(code).await;
        assert_eq!(again.header("set-cookie"), first.header("set-cookie"));
    }
    portal.visitor().type_code(WRONG_CODE).await;
    assert_eq!(wrong_codes_until_refused(&device).await, 5);
}

/// How many wrong codes are answered as such before one is refused.
async fn wrong_codes_until_refused(device: &Person) -> usize {
    const MORE_THAN_ANYBODY_HAS: usize = 100;
    for count in 0..MORE_THAN_ANYBODY_HAS {
        let answer = device.type_code(WRONG_CODE).await;
        if answer.status != StatusCode::NOT_FOUND {
            answer.assert_problem(ProblemKind::CodesSuspended);
            return count;
        }
    }
    panic!("{MORE_THAN_ANYBODY_HAS} wrong codes, and none is refused");
}

#[tokio::test]
async fn a_mark_that_was_made_up_is_none() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "0")
        .start()
        .await;
    let stranger = portal.visitor();
    let request = stranger.request(Method::POST, "/api/v1/code").header(
        "cookie",
        "parvis-device=AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    );
    let answer = Answer::of(request.json(&json!({ "code": WRONG_CODE }))).await;
    answer.assert_problem(ProblemKind::CodesSuspended);
}

/// Sixty at once, at two processes on one database: an account has fifty, and gets exactly fifty.
#[tokio::test]
async fn the_budget_holds_across_nodes_that_share_a_database() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "0")
        .start()
        .await;
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
        answers.spawn(Answer::of(request.json(&json!({ "code": WRONG_CODE }))));
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
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "4")
        .start()
        .await;
    let processes = [portal.process().await, portal.process().await];
    let mut answers = tokio::task::JoinSet::new();
    for number in 0..30 {
        let path = format!("{}/api/v1/code", processes[number % 2].origin);
        let request = portal.visitor().request(Method::POST, &path);
        answers.spawn(Answer::of(request.json(&json!({ "code": WRONG_CODE }))));
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
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "400")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let code = alix.code(&alix.create_room("Une").await).await;
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
        let wrong = portal.visitor().type_code(WRONG_CODE).await;
        wrong.assert_problem(ProblemKind::CodeUnknown);
    }
}

#[tokio::test]
async fn what_was_counted_is_forgotten_after_a_week() {
    let portal = Portal::start().await;
    portal.visitor().type_code(WRONG_CODE).await;
    assert!(portal.database_text().await.contains("instance"));
    portal.pass(Duration::from_hours(8 * 24));
    portal.keep_house().await;
    assert!(!portal.database_text().await.contains("instance"));
    // The row that is locked while counting stays: counting goes on.
    let wrong = portal.visitor().type_code(WRONG_CODE).await;
    wrong.assert_problem(ProblemKind::CodeUnknown);
}

/// The solution of a challenge, as JSON.
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
