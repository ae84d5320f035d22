//! What becomes of the contents of files that are no longer there.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use reqwest::Method;

use crate::support::{Portal, address, files_path, pdf};

#[tokio::test]
async fn the_content_of_a_deleted_file_goes_once_it_cannot_be_restored() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    alix.add_file(&room, "b.pdf").await;
    let path = format!("{}/{}", files_path(&room), file.id);
    alix.send(Method::DELETE, &path).await;
    portal.keep_house().await;
    assert_eq!(portal.files_with_contents().await, 2);
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    assert_eq!(portal.files_with_contents().await, 1);
    assert_eq!(portal.count_rows("room_files").await, 1);
    assert_eq!(portal.count_rows("room_file_parts").await, 1);
    assert_eq!(alix.file_names(&room).await, ["b.pdf"]);
}

#[tokio::test]
async fn an_upload_that_is_not_complete_after_a_day_goes() {
    let portal = Portal::builder()
        .variable("PARVIS_SESSION_HOURS", "48")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.begin_upload(&room, "a.pdf", 20).await.file;
    alix.send_part(&room, file.id, 0, &pdf(10)).await;
    portal.pass(Duration::from_hours(23));
    portal.keep_house().await;
    assert_eq!(alix.files(&room).await.unfinished.len(), 1);
    portal.pass(Duration::from_hours(1));
    portal.keep_house().await;
    assert!(alix.files(&room).await.unfinished.is_empty());
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    assert_eq!(portal.files_with_contents().await, 0);
    let late = alix.send_part(&room, file.id, 10, &pdf(10)).await;
    late.assert_problem(ProblemKind::FileNotFound);
}

#[tokio::test]
async fn an_upload_that_was_given_up_goes_once_no_part_can_be_on_its_way() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.begin_upload(&room, "a.pdf", 20).await.file;
    alix.send_part(&room, file.id, 0, &pdf(10)).await;
    let path = format!("{}/{}", files_path(&room), file.id);
    alix.send(Method::DELETE, &path).await;
    let late = alix.send_part(&room, file.id, 10, &pdf(10)).await;
    late.assert_problem(ProblemKind::FileNotFound);
    portal.pass(Duration::from_mins(10));
    portal.keep_house().await;
    let left = (
        portal.files_with_contents().await,
        portal.count_rows("room_files").await,
    );
    assert_eq!(left, (1, 1));
    portal.pass(Duration::from_mins(2));
    portal.keep_house().await;
    let left = (
        portal.files_with_contents().await,
        portal.count_rows("room_files").await,
    );
    assert_eq!(left, (0, 0));
}

#[tokio::test]
async fn all_that_is_due_goes_in_one_run_however_much_it_is() {
    let portal = Portal::builder()
        .variable("PARVIS_FILES_PER_ROOM", "60")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for _ in 0..110 {
        let file = alix.begin_upload(&room, "a.pdf", 20).await.file;
        let path = format!("{}/{}", files_path(&room), file.id);
        alix.send(Method::DELETE, &path).await;
    }
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    assert_eq!(portal.count_rows("room_files").await, 0);
}

#[tokio::test]
async fn the_files_of_a_deleted_room_come_back_with_it_and_go_with_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    alix.send(Method::DELETE, &address(&room)).await;
    let list = alix.get(&files_path(&room)).await;
    list.assert_problem(ProblemKind::DeletedByYou);
    let path = format!("{}/{}/content", files_path(&room), file.id);
    alix.get(&path)
        .await
        .assert_problem(ProblemKind::DeletedByYou);
    portal.keep_house().await;
    alix.send(Method::POST, &format!("{}/restore", address(&room)))
        .await;
    assert_eq!(alix.file_names(&room).await, ["a.pdf"]);
    alix.send(Method::DELETE, &address(&room)).await;
    portal.pass(Duration::from_mins(71));
    portal.keep_house().await;
    assert_eq!(
        (
            portal.files_with_contents().await,
            portal.count_rows("room_files").await
        ),
        (0, 0)
    );
}
