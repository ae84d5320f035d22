//! `POST /api/v1/code`: typing a code.

use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Portal, WRONG_CODE, address};

#[tokio::test]
async fn a_code_opens_its_room_in_whatever_form_it_is_typed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil d'école").await;
    let code = alix.code(&room).await;
    for typed in [
        code.clone(),
        format!(" {} {} {} ", &code[..3], &code[3..6], &code[6..]),
        format!("{}-{}\u{a0}{}", &code[..3], &code[3..6], &code[6..]),
    ] {
        let secret = portal.visitor().entered_by(&typed).await;
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
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "1")
        .start()
        .await;
    for typed in ["", "41146457", "4114645712", "41146457a", "٤١١٤٦٤٥٧١"] {
        let problem = portal
            .visitor()
            .type_code(typed)
            .await
            .assert_problem(ProblemKind::Invalid);
        assert_eq!(problem.errors[0].field, "code");
        assert_eq!(problem.errors[0].reason, FieldReason::NotACode);
    }
    let wrong = portal.visitor().type_code(WRONG_CODE).await;
    wrong.assert_problem(ProblemKind::CodeUnknown);
}

#[tokio::test]
async fn no_answer_tells_whether_a_code_ever_was_one() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let renewed = alix.create_room("Une").await;
    let deleted = alix.create_room("Deux").await;
    let codes = [
        alix.code(&renewed).await,
        alix.code(&deleted).await,
        WRONG_CODE.to_owned(),
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
    let secret = guest.entered_by(&alix.code(&room).await).await;
    alix.renew(&room, "code").await;
    let body = json!({ "secret": secret, "name": "Zoé" });
    let answer = guest.post("/api/v1/join", body).await;
    answer.assert_problem(ProblemKind::LinkRenewed);
    guest.entered_by(&alix.code(&room).await).await;
}

#[tokio::test]
async fn right_codes_cost_nothing() {
    let portal = Portal::builder()
        .variable("PARVIS_WRONG_CODES_A_WEEK", "4")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let code = alix.code(&alix.create_room("Une").await).await;
    for _ in 0..5 {
        portal.visitor().entered_by(&code).await;
    }
}
