//! What becomes of requests and streams when a node is asked to stop.

use std::time::{Duration, Instant};

use parvis_contract::live::Live;
use parvis_contract::room::RoomPage;
use reqwest::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Portal, Stream, eventually, within};

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_stops_answers_what_has_begun_ends_streams_and_takes_nothing_new() {
    const BODY: &str = "{\"name\": \"Conseil\"}";
    let portal = Portal::start().await;
    portal.catch_up();
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let mut process = portal.process().await;
    let address = process.origin.trim_start_matches("http://").to_owned();
    let mut begun = TcpStream::connect(&address).await.expect("a connection");
    let head = format!(
        "POST /api/v1/rooms HTTP/1.1\r\nhost: x\r\norigin: {}\r\ncookie: {cookie}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        portal.origin,
        BODY.len(),
    );
    begun.write_all(head.as_bytes()).await.expect("written");
    let asker = alix.at(&process.local_origin());
    let mut stream = Stream::open(asker.bare(Method::GET, "/api/v1/events")).await;
    stream.next::<Live>("live").await;
    process.ask_to_stop();
    stream.ended().await;
    eventually("the end of the socket", async || {
        TcpStream::connect(&address).await.err()
    })
    .await;
    begun.write_all(BODY.as_bytes()).await.expect("written");
    let mut answer = String::new();
    let read = begun.read_to_string(&mut answer);
    within("the answer and the end", read).await.expect("read");
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let status = process.ended().await;
    assert!(status.success(), "{status}");
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_request_to_stop_cuts_off_what_takes_too_long() {
    let portal = Portal::start().await;
    let mut process = portal.process().await;
    let address = process.origin.trim_start_matches("http://").to_owned();
    let mut begun = TcpStream::connect(&address).await.expect("a connection");
    // Its body never comes.
    let head = format!(
        "POST /api/v1/join HTTP/1.1\r\nhost: x\r\norigin: {}\r\n\
         content-type: application/json\r\ncontent-length: 9\r\n\r\n",
        portal.origin,
    );
    begun.write_all(head.as_bytes()).await.expect("written");
    process.ask_to_stop();
    eventually("the end of the socket", async || {
        TcpStream::connect(&address).await.err()
    })
    .await;
    let asked = Instant::now();
    process.ask_to_stop();
    let status = process.ended().await;
    assert!(status.success(), "{status}");
    // Ten seconds is what it waits by itself.
    assert!(asked.elapsed() < Duration::from_secs(8));
    let mut answer = Vec::new();
    let _ = within("the end", begun.read_to_end(&mut answer)).await;
    assert_eq!(answer, b"", "it was answered");
}
