//! Validation: whether every language has the texts of the reference language.

use std::collections::{BTreeMap, BTreeSet};

use super::{Feature, Kind, Message, Mistake, REFERENCE, program};

/// A line names each part by one digit.
const MOST_PARTS: usize = 10;

pub(super) fn mistakes(languages: &BTreeMap<String, BTreeMap<String, Feature>>) -> Vec<Mistake> {
    let Some(reference) = languages.get(REFERENCE) else {
        return vec![Mistake::new(
            REFERENCE,
            "the reference language is not there",
        )];
    };
    let mut mistakes = Vec::new();
    for (stem, feature) in reference {
        let place = format!("{REFERENCE}/{stem}.ftl");
        if !program::all_features().any(|known| known == stem) {
            mistakes.push(Mistake::new(&place, "no program shows it"));
        }
        for message in &feature.messages {
            let place = format!("{place}: {}", message.id);
            mistakes.extend(of_reference(message).map(|what| Mistake::new(&place, what)));
        }
    }
    for stem in program::all_features().filter(|stem| !reference.contains_key(*stem)) {
        mistakes.push(Mistake::new(
            format!("{REFERENCE}/{stem}.ftl"),
            "is missing",
        ));
    }
    for (tag, features) in languages.iter().filter(|(tag, _)| *tag != REFERENCE) {
        for stem in features
            .keys()
            .filter(|stem| !reference.contains_key(*stem))
        {
            mistakes.push(Mistake::new(
                format!("{tag}/{stem}.ftl"),
                "no such file in the reference language",
            ));
        }
        for (stem, of_reference) in reference {
            let place = format!("{tag}/{stem}.ftl");
            match features.get(stem) {
                None => mistakes.push(Mistake::new(place, "is missing")),
                Some(feature) => compare(&place, of_reference, feature, &mut mistakes),
            }
        }
    }
    mistakes.sort();
    mistakes
}

/// The error in a text of the reference language: undeclared or unused parameters, or invalid forms.
fn of_reference(message: &Message) -> Option<String> {
    let declared: BTreeSet<_> = message
        .parameters
        .iter()
        .map(|each| each.name.as_str())
        .collect();
    let used = message.pattern.variables();
    if let Some(name) = used.difference(&declared).next() {
        return Some(format!(
            "${name} is not declared in its comment: # ${name} (String)"
        ));
    }
    if let Some(name) = declared.difference(&used).next() {
        return Some(format!("${name} is declared and not used"));
    }
    if declared.len() > MOST_PARTS {
        return Some(format!("fills in more than {MOST_PARTS} parts"));
    }
    choice(message, message)
}

/// The error in the forms of a text, if its selector cannot select them.
fn choice(declared: &Message, message: &Message) -> Option<String> {
    let selector = message.pattern.selector.as_deref()?;
    let parameter = declared
        .parameters
        .iter()
        .find(|each| each.name == selector)?;
    let keys = || message.pattern.forms.iter().map(|(key, _)| key.as_str());
    let repeated = keys()
        .enumerate()
        .find(|(at, key)| keys().take(*at).any(|other| other == *key));
    if let Some((_, key)) = repeated {
        return Some(format!("has the form [{key}] twice"));
    }
    let is_for_numbers = |key: &str| {
        ["zero", "one", "two", "few", "many", "other"].contains(&key) || key.parse::<i64>().is_ok()
    };
    match parameter.kind {
        Kind::String => None,
        Kind::Number if keys().next_back() != Some("other") => {
            Some("its form for all others is not *[other]".to_owned())
        }
        Kind::Number => {
            let unknown = keys().find(|key| !is_for_numbers(key))?;
            Some(format!("[{unknown}] is no number and no plural category"))
        }
    }
}

fn compare(place: &str, reference: &Feature, feature: &Feature, mistakes: &mut Vec<Mistake>) {
    let find =
        |feature: &Feature, id: &str| feature.messages.iter().position(|message| message.id == id);
    for message in &feature.messages {
        if find(reference, &message.id).is_none() {
            let place = format!("{place}: {}", message.id);
            mistakes.push(Mistake::new(
                place,
                "no such text in the reference language",
            ));
        }
    }
    for message in &reference.messages {
        let place = format!("{place}: {}", message.id);
        let Some(own) = find(feature, &message.id).map(|at| &feature.messages[at]) else {
            mistakes.push(Mistake::new(place, "is missing"));
            continue;
        };
        let [expected, found] = [message, own].map(|each| each.pattern.variables());
        if let Some(name) = expected.difference(&found).next() {
            mistakes.push(Mistake::new(place, format!("${name} is missing")));
        } else if let Some(name) = found.difference(&expected).next() {
            mistakes.push(Mistake::new(place, format!("${name} is not filled in")));
        } else if let Some(what) = choice(message, own) {
            mistakes.push(Mistake::new(place, what));
        }
    }
}
