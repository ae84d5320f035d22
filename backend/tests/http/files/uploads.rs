//! Uploads, part by part.

use std::time::Duration;

use futures_util::future::join_all;
use parvis_contract::file::{RoomFile, Upload};
use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Answer, PART, Portal, files_path, pdf, send_part, within};

#[tokio::test]
async fn a_file_is_sent_in_parts_and_is_there_with_the_last() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let content = pdf(2 * PART + 5);
    let Upload { file, part_bytes } = alix
        .begin_upload(&room, "C:\\a\\Cours.pdf", content.len())
        .await;
    assert_eq!((part_bytes, file.received), (PART as u64, Some(0)));
    assert_eq!(file.name, "Cours.pdf");
    let parts: Vec<&[u8]> = content.chunks(PART).collect();
    for (place, part) in parts[..2].iter().enumerate() {
        let sent = alix.send_part(&room, file.id, place * PART, part).await;
        let received = ((place + 1) * PART) as u64;
        assert_eq!(sent.json::<RoomFile>().received, Some(received));
        let list = alix.files(&room).await;
        assert!(list.items.is_empty());
        assert_eq!(list.unfinished[0].received, Some(received));
    }
    let complete = alix.send_part(&room, file.id, 2 * PART, parts[2]).await;
    assert_eq!(complete.json::<RoomFile>().received, None);
    let list = alix.files(&room).await;
    assert!(list.unfinished.is_empty());
    assert_eq!(list.items[0].size, content.len() as u64);
    let path = format!("{}/{}/content", files_path(&room), file.id);
    let got = alix
        .bare(Method::GET, &path)
        .send()
        .await
        .expect("an answer");
    assert_eq!(got.bytes().await.expect("a body"), content);
}

#[tokio::test]
async fn an_upload_that_was_cut_goes_on_at_another_node_where_it_stopped() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let content = pdf(PART + 5);
    let file = alix
        .begin_upload(&room, "Cours.pdf", content.len())
        .await
        .file;
    alix.send_part(&room, file.id, 0, &content[..PART])
        .await
        .json::<RoomFile>();
    let node = portal.another_node().await;
    let path = format!("{node}{}", files_path(&room));
    let asked: RoomFile = alix.get(&format!("{path}/{}", file.id)).await.json();
    assert_eq!(asked.received, Some(PART as u64));
    let last = send_part(&alix, &path, file.id, PART, &content[PART..]).await;
    assert_eq!(last.json::<RoomFile>().received, None);
}

#[tokio::test]
async fn a_part_at_another_place_is_refused_with_the_right_one() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let content = pdf(20);
    let file = alix
        .begin_upload(&room, "Cours.pdf", content.len())
        .await
        .file;
    alix.send_part(&room, file.id, 0, &content[..10])
        .await
        .json::<RoomFile>();
    for offset in [0, 9, 11, 20] {
        let refused = alix.send_part(&room, file.id, offset, &content[..5]).await;
        let problem = refused.assert_problem(ProblemKind::UploadOffset);
        assert_eq!(problem.received, Some(10));
    }
    alix.send_part(&room, file.id, 10, &content[10..])
        .await
        .json::<RoomFile>();
    let repeated = alix.send_part(&room, file.id, 10, &content[10..]).await;
    let problem = repeated.assert_problem(ProblemKind::UploadOffset);
    assert_eq!(problem.received, Some(20));
    let empty = alix.send_part(&room, file.id, 20, b"").await;
    empty.assert_problem(ProblemKind::Malformed);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_parts_at_once_one_is_taken_and_its_content_kept() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.begin_upload(&room, "Mot.txt", 2 * PART).await.file;
    let [one, two] = [vec![b'1'; PART], vec![b'2'; PART]];
    let (first, second) = tokio::join!(
        alix.send_part(&room, file.id, 0, &one),
        alix.send_part(&room, file.id, 0, &two),
    );
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::CONFLICT]);
    let (taken, refused) = match first.status {
        StatusCode::OK => (&one, &second),
        _ => (&two, &first),
    };
    let problem = refused.assert_problem(ProblemKind::UploadOffset);
    assert_eq!(problem.received, Some(PART as u64));
    alix.send_part(&room, file.id, PART, taken)
        .await
        .json::<RoomFile>();
    let path = format!("{}/{}/content", files_path(&room), file.id);
    assert_eq!(alix.get(&path).await.body.as_bytes(), taken.repeat(2));
    let objects = portal.objects().await.len();
    assert_eq!(objects, 2, "the part that was refused is deleted");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_last_parts_at_once_one_completes_the_file_and_none_deletes_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for (name, content) in [
        ("Cours.pdf", pdf(PART + 5)),
        ("Mot.txt", vec![b'a'; PART + 5]),
    ] {
        let file = alix.begin_upload(&room, name, content.len()).await.file;
        let (first, last) = content.split_at(PART);
        alix.send_part(&room, file.id, 0, first)
            .await
            .json::<RoomFile>();
        // More than are checked at a time.
        let sent = (0..12).map(|_| alix.send_part(&room, file.id, PART, last));
        let sent = join_all(sent).await;
        let (taken, repeated): (Vec<&Answer>, Vec<&Answer>) =
            sent.iter().partition(|sent| sent.status == StatusCode::OK);
        assert_eq!(taken.len(), 1, "{name}");
        for repeated in repeated {
            let problem = repeated.assert_problem(ProblemKind::UploadOffset);
            assert_eq!(problem.received, Some(content.len() as u64));
        }
        let path = format!("{}/{}/content", files_path(&room), file.id);
        assert_eq!(alix.get(&path).await.status, StatusCode::OK);
    }
    assert_eq!(alix.file_names(&room).await, ["Cours.pdf", "Mot.txt"]);
}

#[tokio::test]
async fn an_archive_of_many_ends_is_refused_without_delay() {
    /// What looks like the end of an archive with an entry, whose directory is before it.
    const END: &[u8] = b"PK\x05\x06\0\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let content = END.repeat(8 * PART / END.len());
    for name in ["Cours.pptx", "Cours.odp"] {
        let refused = within("the check", alix.send_file(&room, name, &content)).await;
        refused.assert_problem(ProblemKind::FileTypeRefused);
    }
}

#[tokio::test]
async fn texts_are_taken_as_editors_of_windows_write_them() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for content in [
        &b"\xc0 c\xf4t\xe9, 5 \x80\r\n"[..],
        b"\xff\xfe\xc0\0\r\0\n\0",
        b"\xfe\xff\x20\xac",
        b"\xef\xbb\xbf\xc3\xa0",
    ] {
        let sent = alix.send_file(&room, "Mot.txt", content).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    }
    for content in [&b"\xe9\x1b[0m"[..], b"\xff\xfea\0\0\0", b"\xff\xfea"] {
        let refused = alix.send_file(&room, "Mot.txt", content).await;
        refused.assert_problem(ProblemKind::FileTypeRefused);
    }
}

#[tokio::test]
async fn deleted_files_count_until_their_contents_are_gone() {
    let portal = Portal::builder()
        .variable("PARVIS_FILES_PER_ROOM", "2")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for _ in 0..4 {
        let file = alix.add_file(&room, "a.pdf").await;
        let path = format!("{}/{}", files_path(&room), file.id);
        alix.send(Method::DELETE, &path).await;
    }
    let refused = alix.ask_to_upload(&room, "a.pdf", 10).await;
    refused.assert_problem(ProblemKind::FileLimit);
    portal.pass(Duration::from_mins(12));
    let refused = alix.ask_to_upload(&room, "a.pdf", 10).await;
    refused.assert_problem(ProblemKind::FileLimit);
    portal.keep_house().await;
    alix.add_file(&room, "a.pdf").await;
}

#[tokio::test]
async fn the_same_file_sent_twice_at_once_is_there_twice() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    tokio::join!(
        alix.add_file(&room, "Cours.pdf"),
        alix.add_file(&room, "Cours.pdf"),
    );
    assert_eq!(alix.file_names(&room).await, ["Cours.pdf", "Cours.pdf"]);
}

#[tokio::test]
async fn a_repeated_request_begins_one_upload() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let begin = async |name: &str| {
        let request = alix.request(Method::POST, &files_path(&room));
        let request = request.header("idempotency-key", "once");
        Answer::of(request.json(&json!({ "name": name, "size": 10 }))).await
    };
    let [one, two] = [begin("a.pdf").await, begin("a.pdf").await];
    assert_eq!(one.json::<Upload>().file.id, two.json::<Upload>().file.id);
    assert_eq!(alix.files(&room).await.unfinished.len(), 1);
    let other = begin("b.pdf").await;
    other.assert_problem(ProblemKind::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_content_that_is_not_what_its_name_says_is_refused_and_deleted() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for (name, content) in [
        ("Cours.pdf", &b"MZ\x90\0 a program"[..]),
        ("Cours.png", b"%PDF-1.7"),
        ("Cours.pptx", b"PK\x03\x04 no archive"),
        ("Mot.txt", b"a\0b"),
    ] {
        let refused = alix.send_file(&room, name, content).await;
        refused.assert_problem(ProblemKind::FileTypeRefused);
    }
    let list = alix.files(&room).await;
    assert!(list.items.is_empty() && list.unfinished.is_empty() && list.deleted.is_empty());
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    assert_eq!(portal.count_rows("room_files").await, 0);
    assert_eq!(portal.files_with_contents().await, 0);
}

#[tokio::test]
async fn what_no_meeting_shows_is_refused_before_it_is_sent() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    for name in ["Cours.svg", "Cours.gif", "Cours.exe", "Cours"] {
        let refused = alix.ask_to_upload(&room, name, 10).await;
        refused.assert_problem(ProblemKind::FileTypeRefused);
    }
    let empty = alix.ask_to_upload(&room, "Cours.pdf", 0).await;
    empty.assert_problem(ProblemKind::FileTypeRefused);
    let nameless = alix.ask_to_upload(&room, " ", 10).await;
    nameless.assert_problem(ProblemKind::Invalid);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_before_it_is_sent_and_no_more_is_taken_than_announced()
{
    let portal = Portal::builder()
        .variable("PARVIS_FILES_MAX_MEGABYTES", "1")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let refused = alix.ask_to_upload(&room, "Cours.pdf", 1_000_001).await;
    let problem = refused.assert_problem(ProblemKind::FileTooLarge);
    assert_eq!(problem.limit, Some(1_000_000));
    let file = alix.begin_upload(&room, "Cours.pdf", 10).await.file;
    let refused = alix.send_part(&room, file.id, 0, &pdf(11)).await;
    let problem = refused.assert_problem(ProblemKind::FileTooLarge);
    assert_eq!(problem.limit, Some(10));
    let refused = alix.send_part(&room, file.id, 0, &pdf(PART + 1)).await;
    refused.assert_problem(ProblemKind::TooLarge);
    assert_eq!(alix.files(&room).await.unfinished[0].received, Some(0));
}

#[tokio::test]
async fn a_room_has_a_limited_number_of_files_with_those_being_sent() {
    let portal = Portal::builder()
        .variable("PARVIS_FILES_PER_ROOM", "2")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let one = alix.add_file(&room, "a.pdf").await;
    let unfinished = alix.begin_upload(&room, "b.pdf", 10).await.file;
    let refused = alix.ask_to_upload(&room, "c.pdf", 10).await;
    let problem = refused.assert_problem(ProblemKind::FileLimit);
    assert_eq!(problem.limit, Some(2));
    let path = |file: &RoomFile| format!("{}/{}", files_path(&room), file.id);
    alix.send(Method::DELETE, &path(&unfinished)).await;
    alix.send(Method::DELETE, &path(&one)).await;
    alix.add_file(&room, "c.pdf").await;
    alix.add_file(&room, "d.pdf").await;
    let restored = alix
        .send(Method::POST, &format!("{}/restore", path(&one)))
        .await;
    restored.assert_problem(ProblemKind::FileLimit);
    let given_up = format!("{}/restore", path(&unfinished));
    let restored = alix.send(Method::POST, &given_up).await;
    restored.assert_problem(ProblemKind::FileNotFound);
}
