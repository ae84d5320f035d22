//! The rows of the authorization matrix, a test each.

use reqwest::{Method, StatusCode};
use serde_json::json;

use super::row::{OFFER, Row};

const ROOM: &str = "/api/v1/rooms/{id}";
const FAVOURITE: &str = "/api/v1/rooms/{id}/favourite";
const RECORDING: &str = "/api/v1/rooms/{id}/recordings/{recording}";
const FILE: &str = "/api/v1/rooms/{id}/files/{file}";
const DELEGATES: &str = "/api/v1/rooms/{id}/delegates";
const LAUNCH: &str = "/api/v1/rooms/{id}/launch";

/// Makes a test of each row, of the row's name.
macro_rules! matrix {
    ($($name:ident: $row:expr;)*) => {
        $(
            #[tokio::test]
            async fn $name() {
                $row.check().await;
            }
        )*
    };
}

matrix! {
    seeing_code_links_and_pin: Row::owner(Method::GET, "/api/v1/rooms/{id}/invitation");
    seeing_the_room: Row::owner_or_delegate(Method::GET, ROOM);
    starting_the_meeting: Row::owner_or_delegate(Method::POST, LAUNCH);
    starting_the_meeting_in_another_language: Row::owner_or_delegate(Method::POST, LAUNCH)
        .body(json!({ "language": "en" }));
    ending_the_meeting: Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/end")
        .status(StatusCode::NO_CONTENT);

    renaming_the_room: Row::owner(Method::PATCH, ROOM)
        .body(json!({ "name": "Volée" }))
        .changes_room();
    changing_the_options: Row::owner_or_delegate(Method::PATCH, ROOM)
        .body(json!({ "options": { "welcome": "Bonjour", "waiting_room": true } }))
        .changes_room();
    starring_the_room: Row::owner_or_delegate(Method::PUT, FAVOURITE)
        .status(StatusCode::NO_CONTENT)
        .changes_room();
    taking_the_star_away: Row::owner_or_delegate(Method::DELETE, FAVOURITE).status(StatusCode::NO_CONTENT);
    deleting_the_room: Row::owner(Method::DELETE, "/api/v1/rooms/{id}?while_running=true")
        .status(StatusCode::NO_CONTENT)
        .changes_room();
    restoring_the_room: Row::owner(Method::POST, "/api/v1/rooms/{id}/restore")
        .after_deletion()
        .status(StatusCode::NO_CONTENT)
        .changes_room();

    renewing_the_moderator_link:
        Row::owner(Method::POST, "/api/v1/rooms/{id}/invitation/moderator/renew")
            .changes_invitation();
    renewing_the_attendee_link:
        Row::owner(Method::POST, "/api/v1/rooms/{id}/invitation/attendee/renew")
            .changes_invitation();
    renewing_the_authenticated_link:
        Row::owner(Method::POST, "/api/v1/rooms/{id}/invitation/authenticated/renew")
            .changes_invitation();
    renewing_the_code: Row::owner(Method::POST, "/api/v1/rooms/{id}/invitation/code/renew")
        .changes_invitation();
    renewing_the_pin: Row::owner(Method::POST, "/api/v1/rooms/{id}/invitation/pin/renew")
        .changes_invitation();

    listing_the_delegates: Row::owner(Method::GET, DELEGATES);
    adding_a_delegate: Row::owner(Method::POST, DELEGATES)
        .body(json!({ "email": "quelquun@exemple.fr" }))
        .status(StatusCode::CREATED)
        .changes_room();
    removing_a_delegate: Row::owner(Method::DELETE, "/api/v1/rooms/{id}/delegates/{delegate}")
        .status(StatusCode::NO_CONTENT)
        .changes_room();
    // The owner has no delegation, and changes nothing.
    leaving_the_room: Row::owner_or_delegate(Method::DELETE, "/api/v1/rooms/{id}/delegation")
        .status(StatusCode::NO_CONTENT)
        .changes_room_by_delegate();
    offering_the_room: Row::owner(Method::PUT, OFFER)
        .status(StatusCode::NO_CONTENT)
        .changes_room();
    withdrawing_the_offer: Row::owner(Method::DELETE, OFFER)
        .after_offer()
        .status(StatusCode::NO_CONTENT)
        .changes_room();
    accepting_the_room: Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/handover/accept")
        .after_offer()
        .status(StatusCode::NO_CONTENT)
        .changes_room_by_delegate();
    declining_the_room: Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/handover/decline")
        .after_offer()
        .status(StatusCode::NO_CONTENT)
        .changes_room_by_delegate();

    listing_the_meetings: Row::owner_or_delegate(Method::GET, "/api/v1/rooms/{id}/meetings");
    listing_the_recordings: Row::owner_or_delegate(Method::GET, "/api/v1/rooms/{id}/recordings");
    renaming_a_recording: Row::owner_or_delegate(Method::PATCH, RECORDING)
        .body(json!({ "name": "Volé" }))
        .status(StatusCode::NO_CONTENT);
    withdrawing_a_recording: Row::owner_or_delegate(Method::PATCH, RECORDING)
        .body(json!({ "published": false }))
        .status(StatusCode::NO_CONTENT);
    deleting_a_recording: Row::owner_or_delegate(Method::DELETE, RECORDING).status(StatusCode::NO_CONTENT);
    restoring_a_recording:
        Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/recordings/{recording}/restore")
            .status(StatusCode::NO_CONTENT);

    listing_the_files: Row::owner_or_delegate(Method::GET, "/api/v1/rooms/{id}/files");
    seeing_a_file: Row::owner_or_delegate(Method::GET, FILE);
    downloading_a_file: Row::owner_or_delegate(Method::GET, "/api/v1/rooms/{id}/files/{file}/content");
    beginning_an_upload: Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/files")
        .body(json!({ "name": "Volé.pdf", "size": 10 }))
        .status(StatusCode::CREATED);
    // The file is complete, so that whoever may add a part is told that nothing is missing.
    adding_to_an_upload: Row::owner_or_delegate(Method::PUT, "/api/v1/rooms/{id}/files/{file}/parts?offset=0")
        .body(json!({}))
        .status(StatusCode::CONFLICT);
    changing_a_file: Row::owner_or_delegate(Method::PATCH, FILE)
        .body(json!({ "name": "Volé", "is_first": true, "position": 0 }))
        .status(StatusCode::NO_CONTENT);
    deleting_a_file: Row::owner_or_delegate(Method::DELETE, FILE).status(StatusCode::NO_CONTENT);
    restoring_a_file: Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/files/{file}/restore")
        .status(StatusCode::NO_CONTENT);
    giving_a_file_to_the_meeting:
        Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/files/{file}/present")
            .status(StatusCode::NO_CONTENT);
    // Only the conference server is given an address.
    fetching_a_file: Row::everybody(Method::GET, "/api/v1/files/forged")
        .status(StatusCode::NOT_FOUND);

    noting_that_recordings_were_seen:
        Row::owner_or_delegate(Method::POST, "/api/v1/rooms/{id}/recordings/seen")
            .body(json!({ "as_of": 0 }))
            .status(StatusCode::NO_CONTENT);

    listing_one_s_rooms: Row::signed_in(Method::GET, "/api/v1/rooms");
    ordering_one_s_rooms: Row::signed_in(Method::PUT, "/api/v1/rooms/order")
        .body(json!({ "by": "name" }))
        .status(StatusCode::NO_CONTENT);
    creating_a_room: Row::signed_in(Method::POST, "/api/v1/rooms")
        .body(json!({ "name": "À soi" }))
        .status(StatusCode::CREATED);
    opening_a_temporary_meeting: Row::signed_in(Method::POST, "/api/v1/meetings");
    opening_a_temporary_meeting_in_another_language: Row::signed_in(Method::POST, "/api/v1/meetings")
        .body(json!({ "language": "en" }));

    seeing_the_instance: Row::everybody(Method::GET, "/api/v1/bootstrap");
    // Only who was given its address can report an end.
    reporting_the_end_of_a_meeting: Row::everybody(Method::GET, "/api/v1/callbacks/meeting-ended")
        .status(StatusCode::UNAUTHORIZED);
    // Only the conference server can sign a report.
    reporting_a_recording: Row::everybody(Method::POST, "/api/v1/callbacks/recording-ready")
        .body(json!({ "signed_parameters": "forged" }))
        .status(StatusCode::UNAUTHORIZED);
}
