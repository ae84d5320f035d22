//! The work that is asked for: of whom, how much, and that nobody gets past it.

use std::time::Duration;

use altcha::Challenge;
use parvis_contract::problem::{Problem, ProblemKind};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::solve;
use crate::support::{Answer, Portal, WRONG_CODE};

/// A portal that believes what this test says about where a request comes from.
async fn portal(wrong_codes_a_week: &str) -> Portal {
    Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", wrong_codes_a_week)
        .variable("PARVIS_TRUSTED_PROXIES", "127.0.0.1, ::1")
        .start()
        .await
}

/// What an unknown device at `address` is answered.
async fn typed_at(portal: &Portal, address: &str, code: &str, proof: Option<&str>) -> Answer {
    let request = portal
        .visitor()
        .request(Method::POST, "/api/v1/code")
        .header("x-forwarded-for", address);
    Answer::of(request.json(&json!({ "code": code, "proof": proof }))).await
}

/// The same, after the work that is asked for.
async fn typed_with_work(portal: &Portal, address: &str, code: &str) -> Answer {
    let asked = typed_at(portal, address, code, None).await;
    let asked = asked.assert_problem(ProblemKind::ProofRequired);
    typed_at(portal, address, code, Some(&solve(&challenge(&asked)))).await
}

fn challenge(problem: &Problem) -> String {
    problem.challenge.clone().expect("a challenge")
}

/// How many tries the challenge of an answer may take.
#[track_caller]
fn tries(answer: &Answer) -> u64 {
    let problem = answer.assert_problem(ProblemKind::ProofRequired);
    let challenge: Challenge = serde_json::from_str(&challenge(&problem)).expect("a challenge");
    assert_eq!(challenge.parameters.cost, 20_000, "of each try");
    let data = challenge.parameters.data.expect("data");
    data["tries"].as_u64().expect("a number")
}

/// Has so many wrong codes been counted, instead of typing them.
async fn count(portal: &Portal, scope: &str, count: u64) {
    let sql = format!("UPDATE wrong_codes SET count = {count} WHERE scope LIKE '{scope}%'");
    portal.execute(&sql).await;
}

#[tokio::test]
async fn a_class_that_mistypes_keeps_nobody_behind_its_address_out() {
    const SCHOOL: &str = "192.0.2.7";
    let portal = portal("9000").await;
    let alix = portal.signed_in("Alix").await;
    let code = alix.code(&alix.create_room("Une").await).await;
    for _ in 0..60 {
        let wrong = typed_at(&portal, SCHOOL, WRONG_CODE, None).await;
        wrong.assert_problem(ProblemKind::CodeUnknown);
    }
    for _ in 60..64 {
        let wrong = typed_with_work(&portal, SCHOOL, WRONG_CODE).await;
        wrong.assert_problem(ProblemKind::CodeUnknown);
    }
    // Somebody with a right code gets in, and is known from then on.
    let stranger = portal.visitor();
    let type_right = async |proof: Option<String>| {
        let request = stranger
            .request(Method::POST, "/api/v1/code")
            .header("x-forwarded-for", SCHOOL);
        Answer::of(request.json(&json!({ "code": code, "proof": proof }))).await
    };
    let asked = type_right(None).await;
    assert_eq!(tries(&asked), 160, "a second");
    let proof = solve(&challenge(
        &asked.assert_problem(ProblemKind::ProofRequired),
    ));
    type_right(Some(proof)).await.json::<Value>();
    type_right(None).await.json::<Value>();
    // The work grows with what the address has used, and with nothing else.
    count(&portal, "address:", 400).await;
    assert_eq!(
        tries(&typed_at(&portal, SCHOOL, &code, None).await),
        160 * 7 * 7 * 7
    );
    let elsewhere = typed_at(&portal, "192.0.2.8", &code, None).await;
    elsewhere.json::<Value>();
    count(&portal, "address:", 600).await;
    let refused = typed_at(&portal, SCHOOL, &code, None).await;
    let problem = refused.assert_problem(ProblemKind::TooManyCodes);
    assert!(problem.retry_after.expect("until when") <= 24 * 3600);
    portal.pass(Duration::from_hours(24));
    let day_after = typed_at(&portal, SCHOOL, &code, None).await;
    day_after.json::<Value>();
}

#[tokio::test]
async fn neighbours_of_version_6_are_counted_together_and_larger_networks_have_more() {
    let portal = portal("1000000").await;
    let status = async |address: &str| {
        let answer = typed_at(&portal, address, WRONG_CODE, None).await;
        answer.status.as_u16()
    };
    let (same_64, same_56, same_48, other) = (
        "2001:db8:1:201:ffff::9",
        "2001:db8:1:2ff::1",
        "2001:db8:1:301::1",
        "2001:db8:2:201::1",
    );
    assert_eq!(status("2001:db8:1:201::1").await, 404);
    count(&portal, "address:", 60).await;
    assert_eq!(status(same_64).await, 428);
    assert_eq!(status(same_56).await, 404);
    count(&portal, "site:", 119).await;
    assert_eq!(status(same_56).await, 404);
    assert_eq!(status(same_56).await, 428);
    assert_eq!(status(same_48).await, 404);
    count(&portal, "site:", 900).await;
    assert_eq!(status(same_56).await, 429);
    count(&portal, "block:", 240).await;
    count(&portal, "site:", 1).await;
    assert_eq!(status(same_48).await, 428);
    count(&portal, "block:", 1_200).await;
    assert_eq!(status(same_48).await, 429);
    assert_eq!(status(other).await, 404);
    // What is kept is neither an address nor a code.
    let kept = portal.database_text().await;
    assert!(!kept.contains("2001:") && !kept.contains(WRONG_CODE));
}

#[tokio::test]
async fn work_grows_in_the_last_half_of_the_budget_and_less_of_it_gets_a_new_challenge() {
    let portal = portal("9000").await;
    let alix = portal.signed_in("Alix").await;
    let code = alix.code(&alix.create_room("Une").await).await;
    let typed = async |proof: Option<&str>| typed_at(&portal, "192.0.2.1", &code, proof).await;
    let wrong = typed_at(&portal, "192.0.2.2", WRONG_CODE, None).await;
    wrong.assert_problem(ProblemKind::CodeUnknown);
    count(&portal, "instance", 1_124).await;
    typed(None).await.json::<Value>();
    count(&portal, "instance", 1_125).await;
    let asked = typed(None).await.assert_problem(ProblemKind::ProofRequired);
    let proof = solve(&challenge(&asked));
    let mut grows = vec![0];
    for used in [1_125, 1_240, 1_700, 2_249] {
        count(&portal, "instance", used).await;
        grows.push(tries(&typed(None).await));
    }
    assert!(grows.is_sorted_by(|less, more| less < more), "{grows:?}");
    assert_eq!(grows.last(), Some(&64_000));
    // What was solved before the budget ran lower is answered with another challenge, and is not used up.
    assert_eq!(tries(&typed(Some(&proof)).await), 64_000);
    count(&portal, "instance", 1_200).await;
    typed(Some(&proof)).await.json::<Value>();
    assert_eq!(tries(&typed(Some(&proof)).await), 160, "used once");
    count(&portal, "instance", 2_250).await;
    let problem = typed(Some(&proof)).await;
    problem.assert_problem(ProblemKind::CodesSuspended);
}

/// Work is required of the guess that is charged, and not of the one that the request began with.
#[tokio::test]
async fn many_at_once_get_no_more_without_work_than_one_after_the_other() {
    let portal = portal("400").await;
    typed_at(&portal, "192.0.2.1", WRONG_CODE, None).await;
    count(&portal, "instance", 47).await;
    let mut answers = tokio::task::JoinSet::new();
    for number in 0..30 {
        let request = portal
            .visitor()
            .request(Method::POST, "/api/v1/code")
            .header("x-forwarded-for", format!("198.51.100.{number}"));
        answers.spawn(Answer::of(request.json(&json!({ "code": WRONG_CODE }))));
    }
    let mut wrong = 0;
    while let Some(answer) = answers.join_next().await {
        let answer = answer.expect("no panic");
        if answer.status == StatusCode::NOT_FOUND {
            wrong += 1;
        } else {
            answer.assert_problem(ProblemKind::ProofRequired);
        }
    }
    assert_eq!(wrong, 3);
}
