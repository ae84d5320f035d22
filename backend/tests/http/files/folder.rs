//! Files in a local folder.

use std::path::Path;
use std::time::Duration;

use reqwest::Method;

use crate::support::{Portal, files_path};

#[tokio::test]
async fn a_file_that_cannot_be_removed_keeps_no_other_from_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let mut files = Vec::new();
    for name in ["a.pdf", "b.pdf", "c.pdf"] {
        let file = alix.add_file(&room, name).await.id;
        let path = format!("{}/{file}", files_path(&room));
        alix.send(Method::DELETE, &path).await;
        files.push(file);
    }
    files.sort();
    let folder = Path::new(portal.variable("PARVIS_FILES_DIR"));
    // In the place of its folder: not what the store removes.
    let stuck = folder.join(files[0].to_string());
    std::fs::remove_dir_all(&stuck).expect("removed");
    std::fs::write(&stuck, "stuck").expect("written");
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    let left = (
        portal.files_with_contents().await,
        portal.count_rows("room_files").await,
    );
    assert_eq!(left, (1, 1));
    std::fs::remove_file(&stuck).expect("removed");
    portal.keep_house().await;
    assert_eq!(portal.count_rows("room_files").await, 0);
}
