//! A node on the database of another release.

use parvis_backend::app::App;
use parvis_backend::clock::Clock;
use parvis_backend::random::Random;
use parvis_contract::room::RoomPage;

use crate::support::Portal;

/// As a newer release does when it starts.
async fn migrate_further(portal: &Portal) {
    portal
        .execute("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_newer', 0)")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_starts_again_after_a_newer_release_has_changed_the_database() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Conseil").await;
    migrate_further(&portal).await;
    let again = alix.at(&portal.another_node().await);
    again.create_room("Chorale").await;
    let rooms: RoomPage = again.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_that_copy_all_rows_refuse_the_database_of_a_newer_release() {
    let portal = Portal::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let [before, after] =
        ["before", "after"].map(|name| folder.path().join(name).display().to_string());
    portal
        .command_beside(&["backup", &before])
        .await
        .expect("saved");
    migrate_further(&portal).await;
    for arguments in [["backup", &after], ["restore", &before]] {
        let refused = portal.command_beside(&arguments).await;
        let refused = refused.expect_err("of another release");
        assert!(
            refused.contains("its schema is at m9999_newer"),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn a_node_does_not_start_on_a_database_of_a_release_that_lacks_what_it_needs() {
    let portal = Portal::start().await;
    migrate_further(&portal).await;
    portal
        .execute("DELETE FROM seaql_migrations WHERE version = 'm0018_room_list_changes'")
        .await;
    let config = portal.app.config().clone();
    let refused = App::start(config, Clock::system(), Random::system()).await;
    let refused = refused.err().expect("it does not start").to_string();
    for name in ["m9999_newer", "m0018_room_list_changes"] {
        assert!(refused.contains(name), "{refused}");
    }
}
