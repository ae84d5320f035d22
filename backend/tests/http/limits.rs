//! What clients may take of the service: connections, streams, and time for what they send.

use std::time::Duration;

use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind;
use parvis_contract::waiting::MeetingStatus;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Answer, Person, Portal, Stream, address, eventually, within};

/// The maximum number of streams of a ticket or session.
const STREAMS: usize = 20;

async fn connect(portal: &Portal) -> TcpStream {
    let address = portal.origin.strip_prefix("http://").expect("an origin");
    TcpStream::connect(address).await.expect("a connection")
}

/// Whether a request on this connection is answered; the server closes it otherwise.
async fn is_served(stream: &mut TcpStream) -> bool {
    // The server may have closed it already.
    let _ = stream
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
        .await;
    let mut first = [0];
    let read = within("an answer, or the end", stream.read(&mut first)).await;
    read.is_ok_and(|count| count > 0)
}

#[tokio::test]
async fn an_address_has_a_limited_number_of_connections_and_those_that_are_over_do_not_count() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_CONNECTIONS_PER_ADDRESS", "10")
        .start()
        .await;
    let mut open = Vec::new();
    for _ in 0..10 {
        open.push(connect(&portal).await);
    }
    let last = open.last_mut().expect("a connection");
    assert!(is_served(last).await);
    let mut further = connect(&portal).await;
    assert!(!is_served(&mut further).await);
    drop(open);
    eventually("a connection", async || {
        let mut stream = connect(&portal).await;
        is_served(&mut stream).await.then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_proxy_has_as_many_connections_as_there_may_be_in_all() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_CONNECTIONS_PER_ADDRESS", "10")
        .variable("PARVIS_MAX_CONNECTIONS", "12")
        .variable("PARVIS_TRUSTED_PROXIES", "127.0.0.1, ::1")
        .start()
        .await;
    let mut open = Vec::new();
    for _ in 0..12 {
        open.push(connect(&portal).await);
    }
    let last = open.last_mut().expect("a connection");
    assert!(is_served(last).await);
    let mut further = connect(&portal).await;
    assert!(!is_served(&mut further).await);
}

#[tokio::test]
async fn what_is_refused_before_it_was_read_closes_the_connection() {
    let portal = Portal::start().await;
    // Signing in comes first: the body is not looked at.
    let head = format!(
        "POST /api/v1/rooms HTTP/1.1\r\nhost: x\r\norigin: {}\r\n\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n",
        portal.origin
    );
    let mut stream = connect(&portal).await;
    stream.write_all(head.as_bytes()).await.expect("written");
    let mut text = String::new();
    let read = stream.read_to_string(&mut text);
    within("the end of the connection", read)
        .await
        .expect("read");
    assert!(text.starts_with("HTTP/1.1 401"), "{text}");
    assert!(
        text.to_lowercase().contains("\r\nconnection: close\r\n"),
        "{text}"
    );

    let alix = portal.signed_in("Alix").await;
    let made = alix.post("/api/v1/rooms", json!({ "name": "Une" })).await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(made.header("connection"), "", "it was read");
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let portal = Portal::start().await;
    let mut stream = connect(&portal).await;
    let head = format!(
        "GET / HTTP/1.1\r\nhost: x\r\nx-long: {}",
        "x".repeat(64 * 1024)
    );
    // The server may close before all is written.
    let _ = stream.write_all(head.as_bytes()).await;
    let mut answer = Vec::new();
    let _ = within("the end", stream.read_to_end(&mut answer)).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 431"),
        "{answer}"
    );
}

/// The address of the stream of somebody who waits.
async fn waiting(portal: &Portal, alix: &Person) -> String {
    let room = alix.create_room("Conseil").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let ticket = portal.visitor().ticket(&attendee).await;
    format!("/api/v1/waiting/{ticket}/events")
}

#[tokio::test]
async fn a_ticket_or_session_has_a_limited_number_of_streams() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let waiting = waiting(&portal, &alix).await;
    let [visitor, camille] = [portal.visitor(), portal.signed_in("Camille").await];
    for (path, person) in [(&*waiting, &visitor), ("/api/v1/events", &alix)] {
        let mut open = Vec::new();
        for _ in 0..STREAMS {
            open.push(Stream::open(person.bare(Method::GET, path)).await);
        }
        let refused = person.get(path).await;
        let problem = refused.assert_problem(ProblemKind::Unavailable);
        assert!(problem.retry_after.is_some());
        drop(Stream::open(camille.bare(Method::GET, "/api/v1/events")).await);
        drop(open);
        eventually("a stream", async || {
            let answer = person.bare(Method::GET, path).send().await;
            answer
                .is_ok_and(|answer| answer.status() == 200)
                .then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_node_has_a_limited_number_of_streams_and_answers_other_requests() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_CONNECTIONS", "20")
        .variable("PARVIS_MAX_CONNECTIONS_PER_ADDRESS", "20")
        .start()
        .await;
    let mut open = Vec::new();
    let people = ["Alix", "Camille"];
    for name in people {
        let person = portal.signed_in(name).await;
        for _ in 0..8 {
            open.push(Stream::open(person.bare(Method::GET, "/api/v1/events")).await);
        }
    }
    let sacha = portal.signed_in("Sacha").await;
    let refused = sacha.get("/api/v1/events").await;
    refused.assert_problem(ProblemKind::Unavailable);
    let answer = sacha.get("/api/v1/rooms").await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn streams_of_a_session_end_with_it_and_those_of_others_go_on() {
    let portal = Portal::start().await;
    let [alix, camille] = [
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    ];
    let mut stream = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let mut other = Stream::open(camille.bare(Method::GET, "/api/v1/events")).await;
    let _: [Live; 2] = [stream.next("live").await, other.next("live").await];
    Answer::of(alix.request(Method::POST, "/auth/sign-out")).await;
    stream.ended().await;
    let room = camille.create_room("Conseil").await;
    let url = camille.launch(&room).await;
    let _connected = camille.enter(&portal, &url).await;
    other.next::<Live>("live").await;
}

#[tokio::test]
async fn streams_end_when_session_or_ticket_expire() {
    let portal = Portal::builder()
        .variable("PARVIS_SESSION_HOURS", "24")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let waiting = waiting(&portal, &alix).await;
    // A second before both are over.
    portal.pass(Duration::from_secs(24 * 3600 - 1));
    let mut of_ticket = Stream::open(portal.visitor().bare(Method::GET, &waiting)).await;
    of_ticket.next::<MeetingStatus>("door").await;
    let mut of_session = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    of_session.next::<Live>("live").await;
    of_ticket.ended().await;
    of_session.ended().await;
}

#[tokio::test]
async fn an_account_creates_and_renews_so_much_in_a_day_and_goes_on_the_next() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "2")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let renew = format!("{}/invitation/attendee/renew", address(&room));
    let create = async |key: &str| {
        let create = alix.request(Method::POST, "/api/v1/rooms");
        let create = create.header("idempotency-key", key);
        Answer::of(create.json(&json!({ "name": "Une" }))).await
    };
    let renewed = async || alix.send(Method::POST, &renew).await;
    assert_eq!(renewed().await.status, StatusCode::OK);
    // The rooms that it may have, and 500; renewals, 500.
    portal.execute("UPDATE daily_counts SET count = 499").await;
    assert_eq!(renewed().await.status, StatusCode::OK);
    let refused = renewed().await.assert_problem(ProblemKind::DailyLimit);
    // From half past nine to midnight.
    assert_eq!(refused.retry_after, Some(14 * 3600 + 1800));
    // A repetition creates nothing, nor does what the limit of rooms refuses.
    for _ in 0..2 {
        assert_eq!(create("one").await.status, StatusCode::CREATED);
    }
    for _ in 0..3 {
        create("two").await.assert_problem(ProblemKind::RoomLimit);
    }
    portal
        .execute("UPDATE daily_counts SET count = count + 2")
        .await;
    create("two").await.assert_problem(ProblemKind::DailyLimit);
    assert_eq!(create("one").await.status, StatusCode::CREATED);
    let camille = portal.signed_in("Camille").await;
    camille.create_room("Autre").await;
    portal.pass(Duration::from_mins(14 * 60 + 31));
    let alix = portal.signed_in("Alix").await;
    assert_eq!(alix.send(Method::POST, &renew).await.status, StatusCode::OK);
    portal.keep_house().await;
    assert_eq!(portal.count_rows("daily_counts").await, 1);
}
