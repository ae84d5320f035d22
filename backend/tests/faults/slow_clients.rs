//! Clients that send and read slowly, or do nothing, do not keep others from being answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use reqwest::Client;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;

use crate::support::{PART, Portal, files_path, pdf, within};

/// How many connections do nothing.
const IDLE: usize = 5_000;

/// How many clients send a head or a body byte by byte, and how many take an answer without reading it.
const SLOW: usize = 100;

/// How many requests are timed, by how many others at a time.
const REQUESTS: usize = 400;
const OTHERS: usize = 4;

/// A connection from an address of its own network for each thousand, as the port numbers of one would not suffice.
async fn connect(to: SocketAddr, number: usize) -> TcpStream {
    let host = u8::try_from(2 + number / 1_000).expect("few thousands");
    let socket = TcpSocket::new_v4().expect("a socket");
    socket
        .bind(SocketAddr::from(([127, 0, 0, host], 0)))
        .expect("a port");
    socket.connect(to).await.expect("a connection")
}

/// The time that 95 of 100 requests take at most, and how many were not answered well.
async fn measure(client: &Client, origin: &str, cookie: &str) -> (Duration, usize) {
    let mut tasks = JoinSet::new();
    for _ in 0..OTHERS {
        let request = client
            .get(format!("{origin}/api/v1/bootstrap"))
            .header("cookie", cookie)
            .timeout(Duration::from_secs(20));
        tasks.spawn(async move {
            let mut times = Vec::new();
            for _ in 0..REQUESTS / OTHERS {
                let began = Instant::now();
                let request = request.try_clone().expect("no body");
                let answer = request.send().await;
                let is_good = match answer {
                    Ok(answer) => answer.status().is_success() && answer.bytes().await.is_ok(),
                    Err(_) => false,
                };
                times.push((began.elapsed(), is_good));
            }
            times
        });
    }
    let mut times = tasks.join_all().await.concat();
    times.sort();
    let bad = times.iter().filter(|(_, is_good)| !is_good).count();
    (times[times.len() * 95 / 100].0, bad)
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_and_idle_clients_keep_nobody_from_being_answered() {
    // The test itself needs a descriptor for each connection.
    let possible = parvis_backend::server::raise_descriptor_limit();
    assert!(
        possible.is_none_or(|possible| possible > 2 * IDLE),
        "raise the hard limit of descriptors"
    );
    let portal = Portal::builder()
        .variable("PARVIS_FILES_MAX_MEGABYTES", "20")
        .start()
        .await;
    portal.catch_up();
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.send_file(&room, "Cours.pdf", &pdf(8 * PART)).await;
    let file: parvis_contract::file::RoomFile = file.json();
    let process = portal.process().await;
    let address: SocketAddr = process.origin["http://".len()..]
        .parse()
        .expect("an address");
    let client = Client::builder()
        .tls_built_in_root_certs(false)
        .build()
        .expect("a client");
    let (before, bad_before) = measure(&client, &process.origin, &cookie).await;

    let mut idle = Vec::new();
    for number in 0..IDLE {
        idle.push(connect(address, number).await);
    }
    let mut slow = JoinSet::new();
    let mut readers = Vec::new();
    let content = format!("{}/{}/content", files_path(&room), file.id);
    for number in 0..SLOW {
        let body = format!(
            "POST /api/v1/join HTTP/1.1\r\nhost: x\r\norigin: {}\r\ncontent-type: application/json\r\n\
             content-length: 60000\r\n\r\n",
            portal.origin
        );
        let starts = ["GET / HTTP/1.1\r\nx-slow: ".to_owned(), body];
        for start in starts {
            let mut stream = connect(address, number).await;
            slow.spawn(async move {
                let mut sent = stream.write_all(start.as_bytes()).await;
                while sent.is_ok() {
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    sent = stream.write_all(b"x").await;
                }
            });
        }
        let mut reader = connect(address, number).await;
        let request = format!("GET {content} HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\n\r\n");
        reader.write_all(request.as_bytes()).await.expect("written");
        // It reads nothing of the eight megabytes.
        readers.push(reader);
    }
    let (during, bad) = measure(&client, &process.origin, &cookie).await;
    println!(
        "{IDLE} idle connections, {} slow writers, {SLOW} slow readers: p95 {:.1} ms before, {:.1} ms during; {bad} of \
         {REQUESTS} requests failed",
        2 * SLOW,
        before.as_secs_f64() * 1e3,
        during.as_secs_f64() * 1e3,
    );
    assert_eq!((bad_before, bad), (0, 0));
    // Slow bodies and readers are cut off after half a minute, slow heads after 130 seconds, which is how long idle
    // connections are kept.
    let deadline = Instant::now() + Duration::from_secs(160);
    while !slow.is_empty() && Instant::now() < deadline {
        let _ = tokio::time::timeout(Duration::from_secs(1), slow.join_next()).await;
    }
    assert_eq!(slow.len(), 0, "slow writers are cut off");
    for mut reader in readers {
        let mut answer = Vec::new();
        // What the kernel holds is there, then the end or a reset.
        let read = reader.read_to_end(&mut answer);
        let _ = within("the end of what was sent", read).await;
        assert!(answer.len() < 8 * PART, "slow readers are cut off");
    }
}
