//! `insertDocument`: presentations are fetched and kept with the meeting; what cannot be shown is dropped silently.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::portal::{Portal, Xml, within};

async fn insert(portal: &Portal, meeting: &str, documents: &str) -> Xml {
    let url = portal.call_url("insertDocument", &[("meetingID", meeting)]);
    let body = format!(r#"<modules><module name="presentation">{documents}</module></modules>"#);
    let request = portal
        .browser
        .post(url)
        .header("content-type", "application/xml")
        .body(body);
    let answer = within("an answer", request.send()).await;
    Xml(answer.expect("an answer").text().await.expect("text"))
}

async fn documents(portal: &Portal) -> Value {
    let seen = portal.get(&portal.url("/_sandbox/meetings")).await;
    let seen: Value = serde_json::from_str(&seen.text().await.expect("text")).expect("JSON");
    seen[0]["documents"].clone()
}

#[tokio::test]
async fn presentations_are_fetched_and_one_is_current() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    // Any address that answers with something.
    let url = portal.url("/bigbluebutton/api");
    let gone = portal.url("/nowhere");
    let two = format!(
        r#"<document url="{url}" filename="Un &amp; deux.pdf" current="true" downloadable="true" removable="false"/>
           <document url="{gone}" filename="Trois.PPTX" current="true"/>"#
    );
    insert(&portal, "conseil", &two).await.check_success();
    let seen = documents(&portal).await;
    assert!(seen[0]["size"].as_u64().is_some_and(|size| size > 0));
    assert_eq!(seen[1]["size"], Value::Null, "it could not be fetched");
    let expected = |filename: &str, current: bool, downloadable: bool| {
        let removable = !downloadable;
        json!([filename, current, downloadable, removable])
    };
    let facts = |document: &Value| {
        ["filename", "current", "downloadable", "removable"].map(|key| document[key].clone())
    };
    assert_eq!(
        json!(facts(&seen[0])),
        expected("Un & deux.pdf", false, true)
    );
    assert_eq!(json!(facts(&seen[1])), expected("Trois.PPTX", true, false));
}

#[tokio::test]
async fn a_file_of_no_type_that_is_supported_is_dropped_without_an_error() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let url = portal.url("/bigbluebutton/api");
    for filename in ["cours", "cours.exe"] {
        let one = format!(r#"<document url="{url}" filename="{filename}"/>"#);
        insert(&portal, "conseil", &one).await.check_success();
    }
    insert(&portal, "conseil", "<document/>")
        .await
        .check_success();
    assert_eq!(documents(&portal).await, json!([]));
}

#[tokio::test]
async fn a_meeting_that_is_not_there_takes_nothing() {
    let portal = Portal::start().await;
    insert(&portal, "conseil", "")
        .await
        .check_refused("notFound");
    let url = portal.call_url("insertDocument", &[("meetingID", "conseil")]);
    let got = portal.get(&url).await;
    assert_eq!(got.status(), StatusCode::METHOD_NOT_ALLOWED);
}
