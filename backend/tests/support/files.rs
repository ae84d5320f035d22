//! Files of rooms, and their uploads.

use parvis_contract::file::{FileId, FileList, PART_BYTES, RoomFile, Upload};
use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::{Answer, Person, address};

/// The size of a part.
#[expect(clippy::cast_possible_truncation, reason = "it is a small constant")]
pub const PART: usize = PART_BYTES as usize;

/// The address of the files of a room.
pub fn files_path(room: &Room) -> String {
    format!("{}/files", address(room))
}

/// A content of this size that begins as a PDF does.
pub fn pdf(size: usize) -> Vec<u8> {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.extend(
        (0..=250_u8)
            .cycle()
            .take(size.saturating_sub(content.len())),
    );
    content.truncate(size);
    content
}

/// Sends a part of an upload to the files at `path`.
pub async fn send_part(
    person: &Person,
    path: &str,
    file: FileId,
    offset: usize,
    part: &[u8],
) -> Answer {
    let path = format!("{path}/{file}/parts?offset={offset}");
    let request = person.request(Method::PUT, &path).body(part.to_vec());
    Answer::of(request).await
}

impl Person {
    /// Asks to begin an upload.
    pub async fn ask_to_upload(&self, room: &Room, name: &str, size: usize) -> Answer {
        let new = json!({ "name": name, "size": size });
        self.post(&files_path(room), new).await
    }

    /// Begins an upload.
    pub async fn begin_upload(&self, room: &Room, name: &str, size: usize) -> Upload {
        let begun = self.ask_to_upload(room, name, size).await;
        assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.body);
        begun.json()
    }

    /// Sends a part of an upload.
    pub async fn send_part(&self, room: &Room, file: FileId, offset: usize, part: &[u8]) -> Answer {
        send_part(self, &files_path(room), file, offset, part).await
    }

    /// Uploads a file as a whole; answers the answer to its last part.
    pub async fn send_file(&self, room: &Room, name: &str, content: &[u8]) -> Answer {
        let Upload { file, .. } = self.begin_upload(room, name, content.len()).await;
        let mut last = None;
        for (place, part) in content.chunks(PART).enumerate() {
            last = Some(self.send_part(room, file.id, place * PART, part).await);
        }
        last.expect("a content")
    }

    /// Adds a small PDF file to a room.
    pub async fn add_file(&self, room: &Room, name: &str) -> RoomFile {
        self.send_file(room, name, &pdf(100)).await.json()
    }

    /// Changes a file.
    pub async fn change_file(
        &self,
        room: &Room,
        file: &RoomFile,
        change: serde_json::Value,
    ) -> Answer {
        let path = format!("{}/{}", files_path(room), file.id);
        Answer::of(self.request(Method::PATCH, &path).json(&change)).await
    }

    /// The files of a room.
    pub async fn files(&self, room: &Room) -> FileList {
        self.get(&files_path(room)).await.json()
    }

    /// The names of the files of a room, in their order.
    pub async fn file_names(&self, room: &Room) -> Vec<String> {
        let files = self.files(room).await.items.into_iter();
        files.map(|file| file.name).collect()
    }
}
