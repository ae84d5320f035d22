//! A full SQLite database: acknowledged writes are kept, and writing works again once there is space.

use std::path::Path;

use parvis_contract::problem::ProblemKind;
use reqwest::StatusCode;
use tempfile::TempDir;

use crate::support::{File, PART, Portal, Report, Until, Writers, files_path, pdf, send_part};

/// Of each stage, what was answered and whether the backend said that it was ready.
struct Stages {
    before: (Report, StatusCode),
    during: (Report, StatusCode),
    after: (Report, StatusCode),
}

impl Stages {
    #[track_caller]
    fn check(&self) {
        let stages = [&self.before, &self.during, &self.after];
        let told = stages.map(|(report, ready)| format!("ready: {ready}, {report:?}"));
        let told = told.join("\n");
        for (report, _) in stages {
            assert_eq!((report.lost_at_once, report.lost), (0, 0), "{told}");
            assert!(
                report
                    .answers
                    .keys()
                    .all(|status| *status < 300 || *status == ProblemKind::StorageFull.status()),
                "{told}"
            );
        }
        let (before, during, after) = (&self.before.0, &self.during.0, &self.after.0);
        assert!(before.kept() > 0 && before.refused() > 0, "{told}");
        assert!(during.refused() > 0, "{told}");
        assert_eq!(after.refused(), 0, "{told}");
        let ready = stages.map(|(_, ready)| *ready);
        let expected = [
            StatusCode::OK,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::OK,
        ];
        assert_eq!(ready, expected, "{told}");
    }
}

/// Fills the database, goes on writing, makes room, and writes again.
async fn fill(
    writers: &mut Writers,
    ready: impl AsyncFn(StatusCode) -> StatusCode,
    make_room: impl AsyncFnOnce(),
) -> Stages {
    let ready_before = ready(StatusCode::OK).await;
    let before = writers.write(Until::Refused(3)).await;
    let ready_during = ready(StatusCode::SERVICE_UNAVAILABLE).await;
    let during = writers.write(Until::Rounds(5)).await;
    make_room().await;
    let ready_after = ready(StatusCode::OK).await;
    let after = writers.write(Until::Rounds(5)).await;
    Stages {
        before: (before, ready_before),
        during: (during, ready_during),
        after: (after, ready_after),
    }
}

fn file_in(folder: &TempDir) -> std::path::PathBuf {
    folder.path().join("full.db")
}

fn address(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_acknowledged_is_kept_while_the_file_has_no_page_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = file_in(&folder);
    let database = format!("{}?max_page_count=256", address(&file));
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .variable("PARVIS_DATABASE_URL", &database)
        .start()
        .await;
    let cookie = portal.visitor().session_cookie("Alix").await;
    let mut own = File::open(&file).await;
    own.execute("CREATE TABLE filler AS SELECT zeroblob(300000) AS content")
        .await;
    let mut writers = Writers::at(&portal.origin, &portal.origin, &cookie, &file).await;
    let stages = fill(
        &mut writers,
        async |expected| portal.becomes_ready(&portal.origin, expected).await,
        async || own.execute("DROP TABLE filler").await,
    )
    .await;
    stages.check();
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_acknowledged_is_kept_while_files_may_not_grow() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = file_in(&folder);
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .variable("PARVIS_DATABASE_URL", &address(&file))
        .start()
        .await;
    portal.catch_up();
    let cookie = portal.visitor().session_cookie("Alix").await;
    // Less than SQLite's log takes before it is written back.
    let process = portal.process_with_small_files(1024).await;
    let mut writers = Writers::at(&process.origin, &portal.origin, &cookie, &file).await;
    let stages = fill(
        &mut writers,
        async |expected| portal.becomes_ready(&process.origin, expected).await,
        async || process.allow_large_files(),
    )
    .await;
    stages.check();
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_the_disk_does_not_take_is_refused_and_taken_once_it_does() {
    let portal = Portal::start().await;
    portal.catch_up();
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let upload = alix.begin_upload(&room, "Cours.pdf", 2 * PART).await;
    // Less than a part.
    let process = portal.process_with_small_files(1000).await;
    // The name by which the browser keeps its cookies.
    let origin = process.origin.replace("127.0.0.1", "localhost");
    let path = format!("{origin}{}", files_path(&room));
    let content = pdf(2 * PART);
    let part = &content[..PART];
    let refused = send_part(&alix, &path, upload.file.id, 0, part).await;
    refused.assert_problem(ProblemKind::StorageFull);
    let left = std::fs::read_dir(portal.variable("PARVIS_FILES_DIR")).expect("the folder");
    let left = left
        .flatten()
        .flat_map(|file| std::fs::read_dir(file.path()));
    assert_eq!(left.flatten().count(), 0, "nothing is left of it");
    process.allow_large_files();
    for (place, part) in content.chunks(PART).enumerate() {
        let taken = send_part(&alix, &path, upload.file.id, place * PART, part).await;
        assert_eq!(taken.status, StatusCode::OK, "{}", taken.body);
    }
}
