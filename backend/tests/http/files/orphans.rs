//! Objects that no part names: what a request leaves that is cut off between writing an object and its row.

use std::time::Duration;

use crate::support::{Portal, files_path};

#[tokio::test]
async fn an_object_of_no_part_goes_a_day_after_its_file_was_completed() {
    let portal = Portal::builder()
        .variable("PARVIS_SESSION_HOURS", "48")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    portal.leave_object(file.id).await;
    portal.pass(Duration::from_hours(23));
    portal.keep_house().await;
    assert_eq!(portal.objects().await.len(), 2);
    let path = format!("{}/{}/content", files_path(&room), file.id);
    let before = alix.get(&path).await.body;
    portal.pass(Duration::from_hours(1));
    portal.keep_house().await;
    assert_eq!(portal.objects().await.len(), 1);
    let content = alix.get(&path).await;
    assert_eq!((content.status.as_u16(), content.body), (200, before));
}

#[tokio::test]
async fn a_run_compares_a_hundred_files_and_the_next_one_goes_on() {
    let portal = Portal::builder()
        .variable("PARVIS_FILES_PER_ROOM", "60")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    for (name, files) in [("Une", 51), ("Autre", 50)] {
        let room = alix.create_room(name).await;
        for _ in 0..files {
            let file = alix.add_file(&room, "a.pdf").await;
            portal.leave_object(file.id).await;
        }
    }
    portal.pass(Duration::from_hours(24));
    for left in [102, 101] {
        portal.keep_house().await;
        assert_eq!(portal.objects().await.len(), left);
    }
}

#[tokio::test]
async fn objects_of_files_that_the_database_does_not_know_as_whole_are_left_alone() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for name in ["a.pdf", "b.pdf"] {
        let file = alix.add_file(&room, name).await;
        portal.leave_object(file.id).await;
    }
    // As in a database that was restored from before.
    portal
        .execute("DELETE FROM room_files WHERE name = 'a.pdf'")
        .await;
    portal.execute("DELETE FROM room_file_parts").await;
    portal.pass(Duration::from_hours(24));
    portal.keep_house().await;
    assert_eq!(portal.objects().await.len(), 4);
}
