//! Changes of room options: a JSON merge patch (RFC 7396).

use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::RoomOptions;

/// The options that a request names; others stay unchanged. So an app that does not know every option, and another
/// tab that has changed another option, overwrite nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct OptionChanges(Map<String, Value>);

/// The changes name an option that does not exist, or have a value of another type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an option that does not exist, or a value of another type")]
pub struct NotOptions;

impl OptionChanges {
    /// The changes that make `to` of `from`.
    #[must_use]
    pub fn between(from: &RoomOptions, to: &RoomOptions) -> Self {
        let (from, mut changes) = (values(from), values(to));
        changes.retain(|name, value| from.get(name) != Some(value));
        Self(changes)
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes that are meant by what an app of release 0.2.0 sends: all options, but for empty texts and absent
    /// limits. Other changes are returned as they are.
    #[must_use]
    pub fn of_former_app(mut self) -> Self {
        if ALWAYS_SENT.iter().all(|name| self.0.contains_key(*name)) {
            for name in LEFT_OUT_IF_EMPTY {
                self.0.entry(name).or_insert(Value::Null);
            }
        }
        self
    }

    /// Applies the changes to `options`; `null` stands for an option's default. The result is not yet
    /// [validated](RoomOptions::validate).
    ///
    /// # Errors
    ///
    /// [`NotOptions`].
    pub fn apply(self, options: &RoomOptions) -> Result<RoomOptions, NotOptions> {
        let mut changed = values(options);
        for (name, value) in self.0 {
            if !changed.contains_key(&name) {
                return Err(NotOptions);
            }
            match value {
                Value::Null => changed.remove(&name),
                value => changed.insert(name, value),
            };
        }
        serde_json::from_value(Value::Object(changed)).map_err(|_| NotOptions)
    }
}

/// The options that an app of release 0.2.0 sends with each change of a room's options.
const ALWAYS_SENT: [&str; 11] = [
    "waiting_room",
    "authenticated_bypass",
    "mute_on_start",
    "cameras",
    "microphones",
    "cameras_for_moderators_only",
    "private_chat",
    "public_chat",
    "shared_notes",
    "manual_recording",
    "automatic_recording",
];

/// The other options of that release, which it leaves out for none.
const LEFT_OUT_IF_EMPTY: [&str; 5] = [
    "welcome",
    "max_participants",
    "minutes",
    "moderators_message",
    "logout_url",
];

/// The options by name.
fn values(options: &RoomOptions) -> Map<String, Value> {
    match serde_json::to_value(options) {
        Ok(Value::Object(values)) => values,
        // A struct of texts, numbers and switches is always an object.
        _ => Map::new(),
    }
}

impl<'de> Deserialize<'de> for OptionChanges {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Changes)
    }
}

/// Reads an object, and refuses an option that is named twice, where a map would take the last.
struct Changes;

impl<'de> Visitor<'de> for Changes {
    type Value = OptionChanges;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of options")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<OptionChanges, A::Error> {
        let mut changes = Map::new();
        while let Some((name, value)) = object.next_entry()? {
            if changes.insert(name, value).is_some() {
                return Err(A::Error::custom("an option is named twice"));
            }
        }
        Ok(OptionChanges(changes))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn changes(value: Value) -> OptionChanges {
        serde_json::from_value(value).expect("an object")
    }

    fn busy() -> RoomOptions {
        RoomOptions {
            welcome: "Bonjour".to_owned(),
            max_participants: Some(30),
            waiting_room: true,
            ..RoomOptions::default()
        }
    }

    #[test]
    fn an_option_that_is_not_named_stays_and_null_is_the_default() {
        let change = changes(json!({ "cameras": false, "max_participants": null, "welcome": "" }));
        let expected = RoomOptions {
            welcome: String::new(),
            max_participants: None,
            cameras: false,
            ..busy()
        };
        assert_eq!(change.apply(&busy()).expect("known"), expected);
        assert_eq!(changes(json!({})).apply(&busy()).expect("known"), busy());
    }

    #[test]
    fn what_an_app_of_the_former_release_leaves_out_is_empty() {
        let named = |names: &[&str]| {
            let named: Map<String, Value> = values(&busy())
                .into_iter()
                .filter(|(name, _)| names.contains(&&**name))
                .collect();
            OptionChanges(named).of_former_app().apply(&busy())
        };
        let all = named(&ALWAYS_SENT).expect("known");
        assert_eq!((all.welcome, all.max_participants), (String::new(), None));
        assert_eq!(named(&ALWAYS_SENT[1..]).expect("known"), busy());
        let known = [&ALWAYS_SENT[..], &LEFT_OUT_IF_EMPTY].concat();
        assert!(known.iter().all(|name| values(&busy()).contains_key(*name)));
    }

    #[test]
    fn an_unknown_option_and_a_value_of_another_type_are_refused() {
        for refused in [
            json!({ "colour": "blue" }),
            json!({ "waiting_room": "yes" }),
            json!({ "minutes": 1.5 }),
        ] {
            assert_eq!(
                changes(refused.clone()).apply(&busy()),
                Err(NotOptions),
                "{refused}"
            );
        }
    }

    #[test]
    fn only_what_differs_is_a_change() {
        let to = RoomOptions {
            cameras: false,
            max_participants: None,
            ..busy()
        };
        let expected = changes(json!({ "cameras": false, "max_participants": null }));
        assert_eq!(OptionChanges::between(&busy(), &to), expected);
    }

    #[test]
    fn an_option_that_is_named_twice_is_refused() {
        let twice = r#"{"cameras":true,"cameras":false}"#;
        assert!(serde_json::from_str::<OptionChanges>(twice).is_err());
    }

    proptest! {
        #[test]
        fn what_changed_between_two_makes_one_of_the_other(
            welcome in ".{0,20}",
            minutes in prop::option::of(5..60_i64),
            switches in prop::array::uniform3(any::<bool>()),
        ) {
            let sent = RoomOptions {
                welcome,
                minutes,
                waiting_room: switches[0],
                mute_on_start: switches[1],
                cameras: switches[2],
                ..RoomOptions::default()
            };
            let change = OptionChanges::between(&busy(), &sent);
            prop_assert_eq!(change.is_empty(), sent == busy());
            let text = serde_json::to_string(&change).expect("serialises");
            let read: OptionChanges = serde_json::from_str(&text).expect("reads");
            prop_assert_eq!(read.apply(&busy()).expect("known"), sent);
        }
    }
}
