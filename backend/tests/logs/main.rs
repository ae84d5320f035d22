//! The log holds no secret and no personal data. A test binary of its own, as it has the process's only tracing
//! subscriber.

#[path = "../support/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "the tests over HTTP use the rest of what both share"
)]
mod support;

use std::io;
use std::sync::{Arc, Mutex};

use parvis_backend::linking;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Room;
use parvis_contract::session::SessionToken;
use parvis_sandbox::{ServerBehaviour, VoiceBridgeBehaviour};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{
    Answer, MailBehaviour, MailServer, Person, Portal, Provider, address, eventually, report,
};

const HOST_SECRET: &str = "a-host-secret-of-at-least-32-characters";

/// What people and providers said in words.
const NAMES: &[&str] = &[
    "Alix Martin",
    "alix.martin@",
    "Zoé Petit",
    "camille.durand@",
    "Camille.Durand@",
    "Camille Durand",
    "Zo%C3%A9",
    "Entretien confidentiel",
    "Sanction secrète",
    "Dossier médical",
    "Bulletin secret",
    "forged-file",
    "Noé Laurent",
    "Cinquième",
    "123454321",
    "forged-ticket",
    "forged-token",
    HOST_SECRET,
    // What a provider says in words, and what it says instead of a code.
    "Inès",
    "In%C3%A8s",
    "Lambert",
    "lambert@exemple.fr",
];

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .expect("not poisoned")
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// One that the servers of pages ask, too, and that sends mails.
async fn portal(mail_server: &MailServer) -> Portal {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("secret");
    std::fs::write(&path, HOST_SECRET).expect("a file");
    Portal::builder()
        .variable("PARVIS_HOST_SECRET_FILE", &path.display().to_string())
        .mail_server(&mail_server.url)
        .start()
        .await
}

/// What a page that shows the room's meeting is given; it shows that and a forged one.
async fn token_of_a_page(portal: &Portal, room: &Room) -> String {
    let host = portal.visitor();
    let asked = json!({ "meeting_id": room.id, "role": "moderator" });
    let asked = host
        .bare(Method::POST, "/api/v1/session/token")
        .bearer_auth(HOST_SECRET)
        .json(&asked);
    let session: SessionToken = Answer::of(asked).await.json();
    for token in [&session.token, "forged-token"] {
        Answer::of(host.bare(Method::GET, "/api/v1/session").bearer_auth(token)).await;
    }
    session.token
}

/// What stands in the text of the only meeting; a page shows it.
async fn token_of_the_text(portal: &Portal) -> String {
    let meetings = portal.meetings().await;
    let text = meetings[0]["create"]["moderatorOnlyMessage"].as_str();
    let (_, token) = text
        .expect("a message")
        .split_once("#token=")
        .expect("a token");
    let token = token.split(['"', '<']).next().expect("its end").to_owned();
    let request = portal.visitor().bare(Method::GET, "/api/v1/session");
    let answer = Answer::of(request.bearer_auth(&token)).await;
    assert!(answer.status.is_success(), "{}", answer.body);
    token
}

#[tokio::test]
async fn no_link_code_pin_token_or_name_stands_in_them() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_env_filter(EnvFilter::new("info,parvis_backend=trace,tower_http=trace"))
        .with_writer(log.clone())
        .finish();
    // Of the whole process, as the portal works in tasks on several threads.
    tracing::subscriber::set_global_default(subscriber).expect("the only subscriber");

    let mail_server = MailServer::start().await;
    let portal = portal(&mail_server).await;
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let room = alix.create_room("Entretien confidentiel").await;
    let invitation: Value = alix
        .get(&format!("/api/v1/rooms/{}/invitation", room.id))
        .await
        .json();
    let secrets = alix.secrets(&room).await;
    let lost = files(&portal, &alix, &room).await;
    // A balancer gives the meeting a number of its own.
    portal.sandbox.set_behaviour(ServerBehaviour {
        voice_bridge: VoiceBridgeBehaviour::Replaced,
        ..ServerBehaviour::default()
    });
    let join = json!({ "secret": secrets[0], "name": "Zoé Petit" });
    let entrance: Value = alix.post("/api/v1/join", join).await.json();
    let of_file = token_of_a_file(&portal, &alix, &lost).await;
    let noe = portal.visitor();
    let ticket = noe.ticket(&secrets[1]).await;
    noe.get(&format!("/api/v1/waiting/{ticket}")).await;
    noe.get("/api/v1/waiting/forged-ticket").await;
    noe.sign_in_as_attendee("noe").await;
    noe.join(&secrets[2], "Cinquième").await;
    let typed: Value = noe
        .type_code(invitation["code"].as_str().expect("a code"))
        .await
        .json();
    noe.type_code("123454321").await;
    // As mail programs write links.
    for path in ["moderateur/", "moderateur%23", "participant%2523"] {
        noe.get(&format!("/rejoindre/{path}{}", secrets[0])).await;
    }
    let request = linking::LinkRequest {
        from: "https://former.exemple.fr",
        apply: false,
    };
    portal.app.link_accounts(&request).await.expect("it runs");
    delegates(&portal, &alix, &room).await;
    alix.renew(&room, "attendee").await;
    let door = entrance["joined"]["url"].as_str().expect("an address");
    let _inside = alix.enter(&portal, door).await;
    let session = token_of_a_page(&portal, &room).await;
    let meetings = portal.meetings().await;
    let number_in_force = meetings[0]["voice_bridge"].as_str().expect("a number");
    let of_the_text = token_of_the_text(&portal).await;
    let reports = reports(&portal, &mail_server, &room).await;
    // Refusals and failures are where a log says most.
    refusals_of_a_conference_server(&portal, &alix, &room, &secrets).await;
    alix.post("/auth/sign-out", json!({})).await;
    refusals_of_a_provider().await;

    let text = String::from_utf8(log.0.lock().expect("not poisoned").clone()).expect("UTF-8");
    expect_failures_in(&text);
    let token = cookie.split_once('=').expect("a value").1;
    let checksum = door.split_once("checksum=").expect("a checksum").1;
    let code = invitation["code"].as_str().expect("a code");
    let pin = invitation["dial_in"]["pin"].as_str().expect("a PIN");
    let code_secret = typed["secret"].as_str().expect("a secret");
    let room_id = room.id.to_string();
    for hidden in [
        token,
        checksum,
        code,
        pin,
        number_in_force,
        &room_id,
        &ticket,
        code_secret,
        &session,
        &of_the_text,
        &of_file,
    ]
    .into_iter()
    .chain(secrets.iter().map(String::as_str))
    .chain(reports.iter().map(String::as_str))
    .chain(NAMES.iter().copied())
    {
        assert!(!text.contains(hidden), "{hidden} stands in the log");
    }
}

/// What has to be in a log: failures.
fn expect_failures_in(text: &str) {
    for (said, why) in [
        ("/api/v1/rooms/{id}/invitation", "the log is the portal's"),
        (
            "whether a meeting runs is not known",
            "deletions are logged",
        ),
        ("conference-unreachable", "failures are logged"),
        (
            "another voiceBridge",
            "administrators are told of numbers that are not theirs",
        ),
        ("access_denied", "refusals of the provider are logged"),
        ("invalid_grant", "refusals of the provider are logged"),
        ("sent later", "mails that are tried again are logged"),
        ("given up", "mails that are given up are logged"),
    ] {
        assert!(text.contains(said), "{why}");
    }
}

/// Files are added and refused; answers the address of one whose content is lost.
async fn files(portal: &Portal, alix: &Person, room: &Room) -> String {
    let file = alix.add_file(room, "Dossier médical.pdf").await;
    alix.ask_to_upload(room, "Bulletin secret.exe", 10).await;
    alix.send_file(room, "Bulletin secret.pdf", b"no PDF").await;
    portal.lose_contents().await;
    format!("{}/files/{}/content", address(room), file.id)
}

/// What stands in the address at which the conference server fetches the file; others ask as well.
async fn token_of_a_file(portal: &Portal, alix: &Person, lost: &str) -> String {
    let url = eventually("the presentation", async || {
        let meetings = portal.meetings().await;
        let url = meetings[0]["documents"][0]["url"].as_str();
        url.map(str::to_owned)
    })
    .await;
    portal.visitor().get("/api/v1/files/forged-file").await;
    // The connection breaks.
    drop(alix.bare(Method::GET, lost).send().await);
    url.rsplit('/').next().expect("a token").to_owned()
}

/// A delegate is named, refused, takes the delegation, and gets the room.
async fn delegates(portal: &Portal, alix: &Person, room: &Room) {
    alix.add_delegate(room, "Camille.Durand@").await;
    let delegate: Value = alix
        .add_delegate(room, "Camille.Durand@exemple.education.fr")
        .await
        .json();
    let camille = portal.signed_in("Camille").await;
    let path = format!(
        "{}/delegates/{}",
        address(room),
        delegate["id"].as_str().expect("an id")
    );
    camille
        .send(Method::DELETE, &path)
        .await
        .assert_problem(ProblemKind::OwnerOnly);
    let offer = alix.send(Method::PUT, &format!("{path}/handover")).await;
    assert_eq!(offer.status, StatusCode::NO_CONTENT);
    let decline = format!("{}/handover/decline", address(room));
    assert_eq!(
        camille.send(Method::POST, &decline).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        alix.send(Method::DELETE, &path).await.status,
        StatusCode::NO_CONTENT
    );
}

/// Recordings are ready, of which a mail server refuses to tell, naming the address. Answers what the reports hold.
async fn reports(portal: &Portal, mail_server: &MailServer, room: &Room) -> Vec<String> {
    let mut hidden = vec!["forged-report".to_owned()];
    for (id, reply) in [
        ("recording-of-today", "451 4.7.1 not now"),
        ("recording-of-tomorrow", "550 5.1.1 unknown"),
    ] {
        let before = mail_server.attempts();
        mail_server.set_behaviour(MailBehaviour::Refuse(reply));
        let token = report(&room.id.to_string(), id);
        portal.send_report(&token).await;
        mail_server.wait_for_attempts(before + 1).await;
        hidden.extend([id.to_owned(), token]);
    }
    // The second is given up, the first one waits.
    eventually("the end of the attempts", async || {
        (portal.mails_due().await == [(1, 60)]).then_some(())
    })
    .await;
    let other = report("0190c4d0-0000-7000-8000-000000000001", "recording-of-today");
    for token in [&hidden[0], &other] {
        portal.send_report(token).await;
    }
    hidden.push(other);
    hidden
}

/// A link is not enough, then the conference server fails whatever it is asked.
async fn refusals_of_a_conference_server(
    portal: &Portal,
    alix: &Person,
    room: &Room,
    secrets: &[String],
) {
    let join = async |secret: &String| {
        let wish = json!({ "secret": secret, "name": "Zoé Petit" });
        alix.post("/api/v1/join", wish).await;
    };
    join(&secrets[2]).await;
    portal.sandbox.set_fault(parvis_sandbox::Fault::Error);
    // Asked whether the meeting runs, which it does not get to know, and logs.
    alix.rename(room, "Sanction secrète").await;
    alix.send(Method::DELETE, &address(room)).await;
    alix.send(Method::POST, &format!("{}/restore", address(room)))
        .await;
    join(&secrets[0]).await;
}

/// A provider refuses, on the way back and when a code is redeemed, and tells of the person in words.
async fn refusals_of_a_provider() {
    let provider = Provider::start().await;
    let own = [("PARVIS_OIDC_AGENTS_ISSUER", provider.issuer.as_str())];
    let portal = Portal::builder().variables(&own).start().await;
    for error in [
        "access_denied",
        "In%C3%A8s+Lambert",
        "denied+for+lambert%40exemple.fr",
    ] {
        let person = portal.visitor();
        let page = provider.address(&person).await;
        let state = page.query_pairs().find(|(name, _)| name == "state");
        let state = state.expect("a state").1;
        let words = "error_description=In%C3%A8s+Lambert&error_uri=https%3A%2F%2Fx.fr%2FLambert";
        person
            .get(&format!(
                "/auth/callback?error={error}&{words}&state={state}"
            ))
            .await;
    }
    for error in ["invalid_grant", "Inès Lambert"] {
        let answer = json!({
            "error": error, "error_description": "Inès Lambert", "error_uri": "https://x.fr/Lambert",
        });
        provider.behaviour().token_answer = Some((StatusCode::BAD_REQUEST, answer.to_string()));
        provider.sign_in(&portal.visitor()).await;
    }
}
