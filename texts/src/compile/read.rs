//! Parser of the Fluent files.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use fluent_syntax::ast::{Comment, Entry, Message as Ast};
use fluent_syntax::parser;

use super::{Feature, Kind, Message, Mistake, Parameter, line};

/// The features by language tag, then by file stem.
type Languages = BTreeMap<String, BTreeMap<String, Feature>>;

pub(super) fn languages(folder: &Path) -> Result<Languages, Vec<Mistake>> {
    let mut languages = Languages::new();
    let mut mistakes = Vec::new();
    let unreadable = |error: io::Error| {
        vec![Mistake::new(
            folder.display().to_string(),
            error.to_string(),
        )]
    };
    for tag in names(folder, "").map_err(unreadable)? {
        let own = folder.join(&tag);
        let features = languages.entry(tag.clone()).or_default();
        for stem in names(&own, ".ftl").map_err(unreadable)? {
            let place = format!("{tag}/{stem}.ftl");
            match fs::read_to_string(own.join(format!("{stem}.ftl"))) {
                Ok(text) => {
                    features.insert(stem, feature(&place, &text, &mut mistakes));
                }
                Err(error) => mistakes.push(Mistake::new(place, error.to_string())),
            }
        }
    }
    if mistakes.is_empty() {
        Ok(languages)
    } else {
        Err(mistakes)
    }
}

/// The names of the folder's entries with the suffix `end`, without it.
fn names(folder: &Path, end: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let stem = name.to_str().and_then(|name| name.strip_suffix(end));
        names.extend(
            stem.filter(|stem| !stem.starts_with('.'))
                .map(str::to_owned),
        );
    }
    names.sort();
    Ok(names)
}

/// Parses the texts of one file. `place` is its name in errors.
fn feature(place: &str, text: &str, mistakes: &mut Vec<Mistake>) -> Feature {
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        mistakes.extend(errors.into_iter().map(|error| {
            let line = text[..error.pos.start.min(text.len())]
                .matches('\n')
                .count()
                + 1;
            Mistake::new(format!("{place}:{line}"), error.to_string())
        }));
        resource
    });
    let mut feature = Feature::default();
    for entry in resource.body {
        let place_of = |id: &str| format!("{place}: {id}");
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                if feature.messages.iter().any(|other| other.id == id) {
                    mistakes.push(Mistake::new(place_of(id), "stands there twice"));
                }
                match self::message(message) {
                    Ok(message) => feature.messages.push(message),
                    Err(what) => mistakes.push(Mistake::new(place_of(id), what)),
                }
            }
            Entry::Term(term) => {
                mistakes.push(Mistake::new(
                    place_of(term.id.name),
                    "is a term: write it out",
                ));
            }
            // The parser has reported what is wrong with the last.
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => {}
        }
    }
    feature
}

fn message(message: Ast<&str>) -> Result<Message, String> {
    if !message.attributes.is_empty() {
        return Err("has an attribute: make it a text of its own".to_owned());
    }
    let value = message.value.ok_or("has no text")?;
    let (parameters, comment) = message
        .comment
        .map(declared)
        .transpose()?
        .unwrap_or_default();
    Ok(Message {
        id: message.id.name.to_owned(),
        parameters,
        comment,
        pattern: line::Pattern::of(value)?,
    })
}

/// The parameters that a comment declares, in the form of Fluent's guide (`$name (Type) What it is.`), and
/// the rest of the comment.
fn declared(comment: Comment<&str>) -> Result<(Vec<Parameter>, String), String> {
    let mut parameters = Vec::new();
    let mut rest = Vec::new();
    for text in comment.content {
        let Some(declaration) = text.strip_prefix('$') else {
            rest.push(text);
            continue;
        };
        let mut words = declaration.split_whitespace();
        let name = words.next().unwrap_or_default().to_owned();
        let kind = match words.next() {
            Some("(String)") => Kind::String,
            Some("(Number)") => Kind::Number,
            _ => return Err(format!("${name} is declared without (String) or (Number)")),
        };
        parameters.push(Parameter { name, kind });
    }
    Ok((parameters, rest.join(" ")))
}
