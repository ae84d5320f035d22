//! The API as a whole: version, checksum, where parameters may stand, what is known of meetings.

use parvis_sandbox::{ChecksumAlgorithm, SandboxConfig};

use crate::conference_page::Conference;
use crate::portal::{Portal, Xml, config};

const QUERY: &str = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
const SECRET: &str = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
const SHA1: &str = "1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17";
const SHA256: &str = "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e";

async fn answer(portal: &Portal, path: &str) -> Xml {
    Xml(portal
        .get(&portal.url(path))
        .await
        .text()
        .await
        .expect("text"))
}

#[tokio::test]
async fn the_version_needs_no_checksum() {
    let portal = Portal::start().await;
    let version = answer(&portal, "/bigbluebutton/api").await;
    version.check_success();
    assert_eq!(version.get("apiVersion"), "2.0");
    assert_eq!(version.get("html5PluginSdkVersion"), "0.0.95");
}

#[tokio::test]
async fn the_documented_checksums_are_accepted_at_any_place_and_in_any_case() {
    let portal = Portal::start_with(SandboxConfig {
        bbb_secret: SECRET.to_owned(),
        ..config()
    });
    let portal = portal.await;
    for query in [
        format!("{QUERY}&checksum={SHA1}"),
        format!("checksum={SHA256}&{QUERY}"),
        format!("{QUERY}&checksum={}", SHA256.to_uppercase()),
        QUERY.replace("&attendeePW", &format!("&checksum={SHA256}&attendeePW")),
    ] {
        answer(&portal, &format!("/bigbluebutton/api/create?{query}"))
            .await
            .check_success();
    }
}

#[tokio::test]
async fn a_wrong_checksum_is_refused_before_anything_else() {
    let portal = Portal::start_with(SandboxConfig {
        bbb_secret: SECRET.to_owned(),
        checksum_algorithms: vec![ChecksumAlgorithm::Sha256],
        ..config()
    });
    let portal = portal.await;
    for query in [
        String::new(),
        QUERY.to_owned(),
        // Neither a meeting nor a name: the checksum comes first.
        "record=maybe".to_owned(),
        format!("{QUERY}&checksum={}", "0".repeat(64)),
        // Encoded otherwise than it was signed.
        format!("{}&checksum={SHA256}", QUERY.replace('+', "%20")),
        // An algorithm that this server does not accept.
        format!("{QUERY}&checksum={SHA1}"),
    ] {
        let refused = answer(&portal, &format!("/bigbluebutton/api/create?{query}")).await;
        refused.check_refused("checksumError");
    }
    answer(&portal, "/bigbluebutton/api/unknown")
        .await
        .check_refused("checksumError");
}

#[tokio::test]
async fn a_form_body_may_add_parameters_but_not_repeat_signed_ones() {
    let portal = Portal::start().await;
    let url = portal.call_url("create", &[("meetingID", "conseil")]);
    let post = async |form: &[(&str, &str)]| {
        let response = portal
            .browser
            .post(&url)
            .form(form)
            .send()
            .await
            .expect("an answer");
        Xml(response.text().await.expect("text"))
    };
    post(&[("name", "Conseil")]).await.check_success();
    post(&[("name", "Conseil"), ("meetingID", "other")])
        .await
        .check_refused("checksumError");
}

#[tokio::test]
async fn slides_are_accepted_with_a_bare_content_type_only() {
    let portal = Portal::start().await;
    let url = portal.call_url("create", &[("meetingID", "conseil"), ("name", "Conseil")]);
    let post = async |content_type: &str| {
        let request = portal
            .browser
            .post(&url)
            .header("content-type", content_type);
        let response = request.body("<modules/>").send().await.expect("an answer");
        Xml(response.text().await.expect("text"))
    };
    post("application/xml").await.check_success();
    post("application/xml; charset=utf-8")
        .await
        .check_refused("unsupportedContentType");
}

#[tokio::test]
async fn without_meetings_the_list_is_empty_and_says_so() {
    let portal = Portal::start().await;
    let none = portal.call("getMeetings", &[]).await;
    none.check_success();
    assert_eq!(none.get("messageKey"), "noMeetings");
    assert!(none.0.contains("<meetings/>"), "{}", none.0);
}

#[tokio::test]
async fn an_unknown_meeting_is_not_found_but_merely_does_not_run() {
    let portal = Portal::start().await;
    for call in ["getMeetingInfo", "end"] {
        portal
            .call(call, &[("meetingID", "unknown")])
            .await
            .check_refused("notFound");
        portal
            .call(call, &[])
            .await
            .check_refused("missingParamMeetingID");
    }
    let running = portal
        .call("isMeetingRunning", &[("meetingID", "unknown")])
        .await;
    assert_eq!(
        (running.get("returncode"), running.get("running")),
        ("SUCCESS", "false")
    );
}

#[tokio::test]
async fn meetings_are_described_with_their_people() {
    let portal = Portal::start().await;
    portal
        .create(&[("meta_Room-Id", "7"), ("maxParticipants", "20")])
        .await;
    let joined = portal
        .join(
            &portal.browser,
            &[
                ("fullName", "Alix & Co"),
                ("role", "moderator"),
                ("userID", "alix"),
                ("userdata-bbb_skip_check_audio", "true"),
            ],
        )
        .await;
    let page = Conference::of(&portal, &portal.browser, &joined);
    let _events = page.connect().await;
    let info = portal
        .call("getMeetingInfo", &[("meetingID", "conseil")])
        .await;
    for (name, value) in [
        ("meetingName", "Conseil de classe"),
        ("running", "true"),
        ("participantCount", "1"),
        ("moderatorCount", "1"),
        ("maxUsers", "20"),
        ("userID", "alix"),
        ("fullName", "Alix &amp; Co"),
        ("role", "MODERATOR"),
        ("isPresenter", "true"),
        ("bbb_skip_check_audio", "true"),
        ("room-id", "7"),
    ] {
        assert_eq!(info.get(name), value, "{name}");
    }
    let all = portal.call("getMeetings", &[]).await;
    assert_eq!(all.get("meetingID"), "conseil");
}
