//! `/api/v1/rooms/{id}/files`: the files of a room, in their order; changes, deletions, contents.

mod folder;
mod meetings;
mod orphans;
mod removal;
mod uploads;

use parvis_contract::file::RoomFile;
use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{DOMINIQUE, Portal, files_path};

#[tokio::test]
async fn files_are_listed_in_their_order_and_moved_within_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let mut files = Vec::new();
    for name in ["a.pdf", "b.pdf", "c.pdf"] {
        files.push(alix.add_file(&room, name).await);
    }
    alix.begin_upload(&room, "unfinished.pdf", 10).await;
    assert_eq!(alix.file_names(&room).await, ["a.pdf", "b.pdf", "c.pdf"]);
    for (moved, position, expected) in [
        (0, 1, ["b.pdf", "a.pdf", "c.pdf"]),
        (2, 0, ["c.pdf", "b.pdf", "a.pdf"]),
        (2, 99, ["b.pdf", "a.pdf", "c.pdf"]),
        (0, 1, ["b.pdf", "a.pdf", "c.pdf"]),
    ] {
        let change = json!({ "position": position });
        let moved = alix.change_file(&room, &files[moved], change).await;
        assert_eq!(moved.status, StatusCode::NO_CONTENT);
        assert_eq!(alix.file_names(&room).await, expected);
    }
    let added = alix.add_file(&room, "d.pdf").await;
    assert_eq!(alix.file_names(&room).await[3], added.name);
}

#[tokio::test]
async fn one_file_at_most_is_shown_first() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let one = alix.add_file(&room, "a.pdf").await;
    let two = alix.add_file(&room, "b.pdf").await;
    let first = async || -> Vec<bool> {
        let files = alix.files(&room).await.items.into_iter();
        files.map(|file| file.is_first).collect()
    };
    assert_eq!(first().await, [false, false]);
    alix.change_file(&room, &one, json!({ "is_first": true }))
        .await;
    assert_eq!(first().await, [true, false]);
    alix.change_file(&room, &two, json!({ "is_first": true }))
        .await;
    assert_eq!(first().await, [false, true]);
    alix.change_file(
        &room,
        &two,
        json!({ "is_first": false, "is_downloadable": true }),
    )
    .await;
    assert_eq!(first().await, [false, false]);
    assert!(alix.files(&room).await.items[1].is_downloadable);
}

#[tokio::test]
async fn a_new_name_keeps_the_extension_and_a_wrong_one_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    let renamed = alix
        .change_file(&room, &file, json!({ "name": " Cours 1 " }))
        .await;
    assert_eq!(renamed.status, StatusCode::NO_CONTENT);
    assert_eq!(alix.file_names(&room).await, ["Cours 1.pdf"]);
    let refused = alix.change_file(&room, &file, json!({ "name": " " })).await;
    let problem = refused.assert_problem(ProblemKind::Invalid);
    assert_eq!(problem.errors[0].field, "name");
    assert_eq!(alix.file_names(&room).await, ["Cours 1.pdf"]);
}

#[tokio::test]
async fn a_deleted_file_can_be_restored_for_ten_minutes() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    let path = format!("{}/{}", files_path(&room), file.id);
    let restore = format!("{path}/restore");
    for _ in 0..2 {
        let deleted = alix.send(Method::DELETE, &path).await;
        assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    }
    let list = alix.files(&room).await;
    assert!(list.items.is_empty());
    assert_eq!(list.deleted[0].id, file.id);
    for path in [path.clone(), format!("{path}/content")] {
        alix.get(&path)
            .await
            .assert_problem(ProblemKind::FileNotFound);
    }
    portal.pass(std::time::Duration::from_secs(599));
    portal.keep_house().await;
    for _ in 0..2 {
        let restored = alix.send(Method::POST, &restore).await;
        assert_eq!(restored.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(alix.file_names(&room).await, ["a.pdf"]);
    alix.send(Method::DELETE, &path).await;
    portal.pass(std::time::Duration::from_secs(601));
    let late = alix.send(Method::POST, &restore).await;
    late.assert_problem(ProblemKind::FileNotFound);
    assert!(alix.files(&room).await.deleted.is_empty());
}

#[tokio::test]
async fn a_content_is_saved_and_never_shown_by_a_browser() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let content = "Bonjour \"à\" toutes".as_bytes();
    let sent = alix.send_file(&room, "Mot d'été; 1.txt", content).await;
    let file: RoomFile = sent.json();
    let path = format!("{}/{}/content", files_path(&room), file.id);
    let got = alix.get(&path).await;
    assert_eq!(got.body.as_bytes(), content);
    assert_eq!(got.header("content-type"), "text/plain");
    assert_eq!(got.header("content-length"), content.len().to_string());
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert_eq!(got.header("cache-control"), "no-store");
    assert!(got.header("content-security-policy").contains("sandbox"));
    assert_eq!(
        got.header("content-disposition"),
        "attachment; filename*=UTF-8''Mot%20d%27%C3%A9t%C3%A9%3B%201.txt"
    );
}

#[tokio::test]
async fn delegates_handle_files_as_the_owner_does() {
    let email = ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email");
    let portal = Portal::builder().variables(&[email]).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    alix.add_delegate(&room, DOMINIQUE).await;
    let dominique = portal.signed_in("Dominique").await;
    dominique.get("/api/v1/rooms").await;
    let file = dominique.add_file(&room, "a.pdf").await;
    assert_eq!(alix.file_names(&room).await, ["a.pdf"]);
    let upload = dominique.begin_upload(&room, "b.pdf", 10).await;
    let delegates = format!("/api/v1/rooms/{}/delegates", room.id);
    let delegates: serde_json::Value = alix.get(&delegates).await.json();
    let id = delegates["items"][0]["id"].as_str().expect("a delegate");
    let path = format!("/api/v1/rooms/{}/delegates/{id}", room.id);
    alix.send(Method::DELETE, &path).await;
    let late = dominique.send_part(&room, upload.file.id, 0, b"%PDF").await;
    late.assert_problem(ProblemKind::RoomNotFound);
    let late = dominique
        .change_file(&room, &file, json!({ "is_first": true }))
        .await;
    late.assert_problem(ProblemKind::RoomNotFound);
}

#[tokio::test]
async fn without_a_store_rooms_have_no_files() {
    let portal = Portal::builder()
        .without("PARVIS_FILES_DIR")
        .without("PARVIS_FILES_S3_URL")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let bootstrap: serde_json::Value = alix.get("/api/v1/bootstrap").await.json();
    assert_eq!(bootstrap["instance"].get("has_files"), None);
    let list = alix.get(&files_path(&room)).await;
    list.assert_problem(ProblemKind::NotFound);
    let begun = alix.ask_to_upload(&room, "a.pdf", 10).await;
    begun.assert_problem(ProblemKind::NotFound);
    let launched = alix
        .post(&format!("/api/v1/rooms/{}/launch", room.id), json!({}))
        .await;
    assert_eq!(launched.status, StatusCode::OK, "{}", launched.body);
    let create = portal.meetings().await[0]["create"].clone();
    assert_eq!(create.get("presentationUploadExternalUrl"), None);
}
