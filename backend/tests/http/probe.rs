//! The command `probe`, for health checks.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::support::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn a_probe_succeeds_if_the_backend_of_its_configuration_is_ready() {
    let portal = Portal::start().await;
    let process = portal.process().await;
    let address = process.origin.trim_start_matches("http://");
    let listen: SocketAddr = address.parse().expect("an address");
    for listen in [address.to_owned(), format!("0.0.0.0:{}", listen.port())] {
        let said = portal
            .command_with(&[("PARVIS_LISTEN", &listen)], &["probe"])
            .await;
        assert_eq!(said.as_deref(), Ok(""), "{listen}");
    }
    let said = portal.command_beside(&["probe", address, "/healthz"]).await;
    assert_eq!(said.as_deref(), Ok(""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_probe_fails_at_another_status_and_where_nothing_answers() {
    let portal = Portal::start().await;
    let address = portal.origin.replace("http://localhost", "127.0.0.1");
    let said = portal.command_beside(&["probe", &address, "/none"]).await;
    let expected = format!("{address} answers 404 Not Found");
    let said = said.expect_err("not 200");
    assert!(said.contains(&expected), "{said}");
    // It takes the connection, and says nothing.
    let silent = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = silent.local_addr().expect("an address").to_string();
    let said = portal.command_beside(&["probe", &address]).await;
    let said = said.expect_err("no answer");
    assert!(said.contains("does not answer within 4 seconds"), "{said}");
    drop(silent);
    let said = portal.command_beside(&["probe", &address]).await;
    let said = said.expect_err("no server");
    assert!(said.contains("does not answer: "), "{said}");
    let wrong = [("PARVIS_LISTEN", "everywhere")];
    let said = portal.command_with(&wrong, &["probe"]).await;
    let said = said.expect_err("no address");
    assert!(said.contains("PARVIS_LISTEN: expected an address and a port"));
}
