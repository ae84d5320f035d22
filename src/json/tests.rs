use parvis_contract::join::JoinOutcome;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::recording::FormatKind;
use parvis_contract::room::RoomPage;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::read;

/// A value of each form that the contract has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Forms {
    text: String,
    count: u64,
    moment: Option<i64>,
    flag: bool,
    form: Form,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    Plain,
    Named { name: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Part(String, u16);

fn forms() -> impl Strategy<Value = Forms> {
    let form = prop_oneof![
        Just(Form::Plain),
        any::<String>().prop_map(|name| Form::Named { name }),
    ];
    let part = (any::<String>(), any::<u16>()).prop_map(|(text, number)| Part(text, number));
    let parts = prop::collection::vec(part, 0..4);
    (
        any::<String>(),
        any::<u64>(),
        any::<Option<i64>>(),
        any::<bool>(),
        form,
        parts,
    )
        .prop_map(|(text, count, moment, flag, form, parts)| Forms {
            text,
            count,
            moment,
            flag,
            form,
            parts,
        })
}

proptest! {
    #[test]
    fn what_a_backend_writes_is_read(value in forms()) {
        let text = serde_json::to_string(&value).expect("writes");
        prop_assert_eq!(read::<Forms>(&text), Some(value.clone()));
        let spaced = serde_json::to_string_pretty(&value).expect("writes");
        prop_assert_eq!(read::<Forms>(&spaced), Some(value));
    }

    #[test]
    fn a_value_that_is_cut_off_is_refused(value in forms(), at in any::<prop::sample::Index>()) {
        let text = serde_json::to_string(&value).expect("writes");
        let mut end = at.index(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert_eq!(read::<Forms>(&text[..end]), None);
    }

    #[test]
    fn what_others_read_of_a_changed_text_is_read_alike(
        value in forms(), at in any::<prop::sample::Index>(), put in r#"[\[\]{}:,"\\0-9a-z. -]{0,2}"#
    ) {
        let text = serde_json::to_string(&value).expect("writes");
        let places: Vec<_> = text.char_indices().map(|(place, _)| place).collect();
        let (before, after) = text.split_at(places[at.index(places.len())]);
        let changed = [before, &put, &after[after.chars().next().map_or(0, char::len_utf8)..]].concat();
        if let Ok(expected) = serde_json::from_str::<Forms>(&changed) {
            prop_assert_eq!(read::<Forms>(&changed), Some(expected));
        }
        // Ends without a panic.
        let _ = read::<RoomPage>(&changed);
    }
}

#[test]
fn what_a_later_backend_adds_is_passed_over() {
    let page = r#"{"owner":"01920000-0000-7000-8000-000000000000","total":1,"order":{"by":"name","reversed":false},
        "later":[1.5,-2e9,true,null,{"a":"}\"]","b":{}}],"items":[{"id":"01920000-0000-7000-8000-000000000001",
        "name":"Caf\u00e9 \"A\"\n","later":"x","favourite":true,"created_at":"2026-02-12T09:30:00Z"}]}"#;
    let expected: RoomPage = serde_json::from_str(page).expect("reads");
    let read = read::<RoomPage>(page).expect("reads");
    assert_eq!(read, expected);
    assert_eq!(read.items[0].name, "Café \"A\"\n");
    assert!(read.items[0].favourite);
    assert_eq!(read.items[0].last_meeting_at, None);
}

#[test]
fn the_outcomes_of_a_join_and_an_unknown_format_are_read() {
    let joined = read::<JoinOutcome>(r#"{"joined": {"url": "https://bbb.example/join?a=1&b=2"}}"#);
    let Some(JoinOutcome::Joined { url }) = joined else {
        panic!("not joined");
    };
    assert_eq!(url, "https://bbb.example/join?a=1&b=2");
    assert!(read::<JoinOutcome>(r#"{"later": {}}"#).is_none());
    assert_eq!(read::<FormatKind>(r#""later""#), Some(FormatKind::Other));
}

#[test]
fn a_problem_is_read_as_the_backend_writes_it() {
    let problem = Problem::from(ProblemKind::NotFound);
    let text = serde_json::to_string(&problem).expect("writes");
    assert_eq!(read::<Problem>(&text).expect("reads"), problem);
}

#[test]
fn text_after_the_value_is_refused() {
    assert_eq!(read::<u64>(" 12 "), Some(12));
    assert_eq!(read::<u64>("12 13"), None);
    assert_eq!(read::<u64>("12.5"), None);
    assert_eq!(read::<Vec<u64>>("[1]]"), None);
    assert_eq!(read::<bool>("\"true\""), None);
}
