//! The commands `backup`, `restore` and `move`.

use std::path::Path;

use parvis_contract::room::RoomPage;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{DOMINIQUE, Portal, WRONG_CODE, address, eventually, fresh_database};

/// A portal with rows in every table that people fill.
async fn full_portal() -> Portal {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil d’école").await;
    alix.add_file(&room, "a.pdf").await;
    alix.add_delegate(&room, DOMINIQUE).await;
    alix.send(
        Method::POST,
        &format!("{}/invitation/code/renew", address(&room)),
    )
    .await;
    let url = alix.launch(&room).await;
    drop(alix.enter(&portal, &url).await);
    portal.visitor().type_code(WRONG_CODE).await;
    let deleted = alix.create_room("Ancienne").await;
    alix.send(Method::DELETE, &address(&deleted)).await;
    for n in 0..20 {
        alix.create_room(&format!("Salle {n}")).await;
    }
    portal
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the file")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_with_everything_and_links_stay_valid() {
    let portal = full_portal().await;
    let alix = portal.signed_in("Alix").await;
    let folder = tempfile::tempdir().expect("a folder");
    let [file, again] = ["backup", "again"].map(|name| folder.path().join(name));
    let path = file.display().to_string();
    portal
        .command_beside(&["backup", &path])
        .await
        .expect("saved");
    let fresh = fresh_database(folder.path()).await;
    let at_fresh = [("PARVIS_DATABASE_URL", &*fresh)];
    let said = portal.command_with(&at_fresh, &["restore", &path]).await;
    assert!(said.expect("restored").contains("rows were copied"));
    let second = again.display().to_string();
    portal
        .command_with(&at_fresh, &["backup", &second])
        .await
        .expect("saved");
    assert_eq!(text(&file), text(&again));
    assert!(text(&file).contains("Conseil d’école"));
    for table in [
        "accounts",
        "rooms",
        "numbers",
        "delegations",
        "sessions",
        "room_files",
        "audit_events",
    ] {
        assert!(
            text(&file).contains(&format!("{{\"table\":\"{table}\"")),
            "{table}"
        );
    }
    // The restored events come first, and new ones after them.
    let restored = portal.node_on(&fresh).await;
    let rooms: RoomPage = alix.get(&format!("{restored}/api/v1/rooms")).await.json();
    let renew = format!(
        "{restored}{}/invitation/pin/renew",
        address(&rooms.items[0])
    );
    assert_eq!(alix.send(Method::POST, &renew).await.status, 200);
    let trail = portal
        .command_with(&at_fresh, &["audit", "--days", "3650"])
        .await
        .expect("printed");
    let last = trail.lines().last().expect("an event");
    assert!(last.contains("\"PIN\""), "{trail}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_its_owner_s_alone_and_overwrites_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let portal = Portal::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("backup");
    let path = file.display().to_string();
    portal
        .command_beside(&["backup", &path])
        .await
        .expect("saved");
    let mode = std::fs::metadata(&file)
        .expect("the file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let before = text(&file);
    portal
        .command_beside(&["backup", &path])
        .await
        .expect_err("it is there");
    assert_eq!(text(&file), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_restored_of_what_is_damaged_incomplete_or_of_another_release() {
    let portal = full_portal().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("backup");
    let path = file.display().to_string();
    portal
        .command_beside(&["backup", &path])
        .await
        .expect("saved");
    let good = text(&file);
    let without_end = good
        .trim_end()
        .rsplit_once('\n')
        .expect("lines")
        .0
        .to_owned();
    let other = good.replacen("\"parvis_backup\":\"m0", "\"parvis_backup\":\"m9", 1);
    let unknown = good.replacen("\"accounts\"", "\"people\"", 1);
    let fresh = fresh_database(folder.path()).await;
    let at_fresh = [("PARVIS_DATABASE_URL", &*fresh)];
    for (content, expected) in [
        (String::new(), "line 1 "),
        ("{}\n".to_owned(), "line 1 "),
        (without_end, "incomplete"),
        (other, "m9"),
        (unknown, "does not know"),
        (format!("{good}x"), "is not one of a backup"),
    ] {
        std::fs::write(&file, content).expect("written");
        let said = portal.command_with(&at_fresh, &["restore", &path]).await;
        let said = said.expect_err("refused");
        assert!(said.contains(expected), "{expected}: {said}");
    }
    std::fs::write(&file, good).expect("written");
    portal
        .command_with(&at_fresh, &["restore", &path])
        .await
        .expect("the database is still empty");
    let said = portal.command_with(&at_fresh, &["restore", &path]).await;
    assert!(said.expect_err("refused").contains("use an empty one"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_moved_and_the_portal_goes_on_there() {
    let portal = full_portal().await;
    let alix = portal.signed_in("Alix").await;
    let rooms: Value = alix.get("/api/v1/rooms?limit=100").await.json();
    let folder = tempfile::tempdir().expect("a folder");
    let fresh = fresh_database(folder.path()).await;
    let from = portal.variable("PARVIS_DATABASE_URL").to_owned();
    let said = portal
        .command_with(
            &[("PARVIS_DATABASE_URL", &fresh)],
            &["move", "--from", &from],
        )
        .await;
    said.expect("moved");
    let moved = portal.node_on(&fresh).await;
    let there: Value = alix
        .get(&format!("{moved}/api/v1/rooms?limit=100"))
        .await
        .json();
    assert_eq!(there["items"], rooms["items"]);
    let created = alix
        .post(&format!("{moved}/api/v1/rooms"), json!({ "name": "Une" }))
        .await;
    assert_eq!(created.status, 201, "{}", created.body);
    // Lists are kept until triggers tell of a change.
    let after: Value = alix
        .get(&format!("{moved}/api/v1/rooms?limit=100"))
        .await
        .json();
    let count = |page: &Value| page["items"].as_array().map(Vec::len);
    assert_eq!(count(&after), count(&there).map(|count| count + 1));
}

/// The rows of a table in a backup.
fn rows_of(backup: &str, table: &str) -> Vec<Value> {
    let lines = backup.lines().map(serde_json::from_str);
    let lines = lines.map(|line: Result<Value, _>| line.expect("JSON"));
    lines
        .filter(|line| line["table"] == table)
        .flat_map(|line| line["rows"].as_array().expect("rows").clone())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_is_made_while_people_write_is_of_one_moment() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let create = alix.request(Method::POST, "/api/v1/rooms");
    let create = create.json(&json!({ "name": "Conseil" }));
    let mut writers = JoinSet::new();
    for _ in 0..4 {
        let create = create.try_clone().expect("a body that can be sent again");
        writers.spawn(async move {
            loop {
                let create = create.try_clone().expect("as before");
                create.send().await.expect("an answer");
            }
        });
    }
    // More than are read at a time.
    eventually("many rooms", async || {
        (portal.count_rows("rooms").await > 600).then_some(())
    })
    .await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut counts = Vec::new();
    for number in 0..3 {
        let file = folder.path().join(number.to_string());
        let path = file.display().to_string();
        portal
            .command_beside(&["backup", &path])
            .await
            .expect("saved");
        let backup = text(&file);
        let rooms = rows_of(&backup, "rooms");
        // Each has its code and its PIN, and there are none of rooms that came later.
        assert_eq!(rows_of(&backup, "numbers").len(), 2 * rooms.len());
        counts.push(rooms.len());
    }
    assert!(counts[0] < counts[2], "they wrote meanwhile: {counts:?}");
}
