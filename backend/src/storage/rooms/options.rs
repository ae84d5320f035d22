//! Storing a room's options as JSON.

use parvis_contract::options::RoomOptions;
use sea_orm::DbErr;
use serde_json::{Map, Value};

pub(super) fn write_options(options: &RoomOptions) -> Result<String, DbErr> {
    serde_json::to_string(options).map_err(|error| DbErr::Json(error.to_string()))
}

/// Parses stored options of this or another version: unknown options are ignored. For damaged text it returns
/// the defaults with a waiting room, so that nobody enters unseen.
pub(super) fn read_options(text: &str) -> RoomOptions {
    if let Ok(options) = serde_json::from_str(text) {
        return options;
    }
    let is_known = |name: &String, value: &Value| {
        let alone = Map::from_iter([(name.clone(), value.clone())]);
        serde_json::from_value::<RoomOptions>(alone.into()).is_ok()
    };
    let known = serde_json::from_str::<Map<String, Value>>(text).map(|mut all| {
        all.retain(|name, value| is_known(name, value));
        Value::from(all)
    });
    known.and_then(serde_json::from_value).unwrap_or_else(|error| {
        tracing::error!(%error, "a room's options cannot be read: the defaults and a waiting room hold");
        RoomOptions {
            waiting_room: true,
            ..RoomOptions::default()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_another_version_are_read_as_far_as_they_are_known() {
        let kept = read_options(r#"{"waiting_room":true,"cameras":false,"newer":{"a":1}}"#);
        assert!(kept.waiting_room && !kept.cameras && kept.microphones);
        assert_eq!(read_options("{}"), RoomOptions::default());
        assert!(
            read_options("damaged").waiting_room,
            "nobody comes in unseen"
        );
    }
}
