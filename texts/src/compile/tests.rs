use std::fs;

use parvis_contract::language::Language;

use super::*;

/// Reads a folder in which all features are empty except `shared`, in French and another language.
fn locales(french: &str, english: &str) -> Result<Locales, Vec<String>> {
    locales_of(&[("fr", "shared", french), ("en", "shared", english)])
}

/// Reads a folder in which all features are empty in French and English, except some: language, feature, text.
fn locales_of(files: &[(&str, &str, &str)]) -> Result<Locales, Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    for tag in ["fr", "en"] {
        let own = folder.path().join(tag);
        fs::create_dir(&own).expect("a folder");
        for feature in program::all_features() {
            let given = files.iter().find(|file| (file.0, file.1) == (tag, feature));
            let text = given.map_or("", |file| file.2);
            fs::write(own.join(format!("{feature}.ftl")), text).expect("a file");
        }
    }
    let all = |mistakes: Vec<Mistake>| mistakes.iter().map(ToString::to_string).collect();
    Locales::read(folder.path()).map_err(all)
}

#[track_caller]
fn refused(french: &str, english: &str, why: &str) {
    let mistakes = locales(french, english).expect_err("is refused");
    assert_eq!(mistakes, [why]);
}

#[test]
fn each_text_is_a_line_in_the_order_of_the_reference_language() {
    let french = "retry = Réessayer\n# $n (Number)\nrooms = { $n ->\n  [one] une salle\n *[other] { $n } salles\n}\n";
    let english = "rooms = { $n ->\n *[other] { $n } rooms\n  [0] no room\n}\nretry = Try again\n";
    let locales = locales(french, english).expect("reads");
    assert_eq!(
        Program::Portal.lines(&locales, "fr"),
        "Réessayer\n{0|one|une salle|other|{0} salles}"
    );
    assert_eq!(
        Program::Portal.first_file(&locales, "en"),
        "\n\nTry again\n{0|0|no room|other|{0} rooms}"
    );
    assert_eq!(locales.tags().collect::<Vec<_>>(), ["fr", "en"]);
}

#[test]
fn the_lines_of_the_further_file_follow_those_of_the_first() {
    let files = [
        ("fr", "shared", "a = A\nb = B"),
        ("en", "shared", "b = BB\na = AA"),
        ("fr", "forms", "c = C"),
        ("en", "forms", "c = CC"),
        ("fr", "sending", "d = D"),
        ("en", "sending", "d = DD"),
    ];
    let locales = locales_of(&files).expect("reads");
    let portal = Program::Portal;
    assert_eq!(portal.first_file(&locales, "en"), "\n\nAA\nBB");
    let further = portal.further_file(&locales, "en");
    assert_eq!(further.as_deref(), Some("\n\nCC\nDD"));
    assert_eq!(portal.lines(&locales, "en"), "AA\nBB\nCC\nDD");
    let first_line = |feature| portal.first_line(&locales, feature);
    assert_eq!(["shared", "forms", "sending"].map(first_line), [0, 2, 3]);
    for program in [Program::Overlay, Program::Backend] {
        assert_eq!(program.further_file(&locales, "en"), None);
    }
}

#[test]
fn what_is_filled_in_has_the_order_of_its_declarations() {
    let french =
        "# Of a link.\n# $name (String)\n# $n (Number) How many.\nshown = { $n } { $name }";
    let locales = locales(french, "shown = { $name }: { $n }").expect("reads");
    assert_eq!(Program::Portal.lines(&locales, "en"), "{0}: {1}");
    let shared = locales.reference("shared").expect("there");
    let code = rust::code("Texts", shared, 7, |_| false);
    let method = "pub fn shown(self, name: &str, n: impl Into<parvis_texts::Number>) -> String";
    assert!(
        code.contains(method) && code.contains("self.0.fill(7, &["),
        "{code}"
    );
}

#[test]
fn a_language_that_does_not_say_the_same_is_refused() {
    refused("a = A", "", "en/shared.ftl: a: is missing");
    refused(
        "",
        "a = A",
        "en/shared.ftl: a: no such text in the reference language",
    );
    let french = "# $n (Number)\na = { $n }";
    refused(french, "a = A", "en/shared.ftl: a: $n is missing");
    refused(
        french,
        "a = { $n } { $m }",
        "en/shared.ftl: a: $m is not filled in",
    );
    refused(
        french,
        "a = { $n ->\n *[one] A\n}",
        "en/shared.ftl: a: its form for all others is not *[other]",
    );
    let unknown = "a = { $n ->\n  [none] A\n *[other] { $n }\n}";
    refused(
        french,
        unknown,
        "en/shared.ftl: a: [none] is no number and no plural category",
    );
}

#[test]
fn what_is_filled_in_is_declared() {
    let undeclared = "fr/shared.ftl: a: $n is not declared in its comment: # $n (String)";
    refused("a = { $n }", "a = { $n }", undeclared);
    refused(
        "# $n (String)\na = A",
        "a = A",
        "fr/shared.ftl: a: $n is declared and not used",
    );
    let untyped = "fr/shared.ftl: a: $n is declared without (String) or (Number)";
    refused("# $n what it is\na = { $n }", "a = { $n }", untyped);
}

#[test]
fn a_text_has_as_many_parts_as_digits_and_each_form_once() {
    let many: Vec<_> = ('a'..='k').map(String::from).collect();
    let declared: String = many
        .iter()
        .map(|name| format!("# ${name} (String)\n"))
        .collect();
    let filled: String = many.iter().map(|name| format!("{{ ${name} }}")).collect();
    let english = format!("t = {filled}");
    refused(
        &format!("{declared}{english}"),
        &english,
        "fr/shared.ftl: t: fills in more than 10 parts",
    );
    let twice = "# $n (Number)\nt = { $n ->\n  [one] A\n  [one] B\n *[other] { $n }\n}";
    refused(
        twice,
        "t = { $n }",
        "fr/shared.ftl: t: has the form [one] twice",
    );
}

#[test]
fn a_text_that_no_line_can_hold_is_refused() {
    refused(
        "a = A | B",
        "a = A",
        "fr/shared.ftl: a: has one of the characters { } | & < >",
    );
    refused(
        "a = A & B",
        "a = A",
        "fr/shared.ftl: a: has one of the characters { } | & < >",
    );
    refused(
        "a = A\n  B",
        "a = A",
        "fr/shared.ftl: a: is of several lines: a text is one",
    );
    refused(
        "a = { -b }",
        "a = A",
        "fr/shared.ftl: a: has something else in braces than a variable",
    );
    let choice = "# $n (Number)\na = A { $n ->\n *[other] B\n}";
    refused(
        choice,
        "a = A",
        "fr/shared.ftl: a: chooses in its middle: write the whole text for each choice",
    );
    refused(
        "a = A\n    .b = B",
        "a = A",
        "fr/shared.ftl: a: has an attribute: make it a text of its own",
    );
    refused(
        "a = A\na = B",
        "a = A",
        "fr/shared.ftl: a: stands there twice",
    );
}

#[test]
fn what_is_no_fluent_is_refused_with_its_line() {
    let mistakes = locales("a = A\nno text", "a = A").expect_err("is refused");
    assert!(
        mistakes
            .iter()
            .all(|mistake| mistake.starts_with("fr/shared.ftl:2: ")),
        "{mistakes:?}"
    );
}

#[test]
fn the_languages_are_those_of_the_contract_and_have_the_same_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
    let locales = Locales::read(&folder).expect("reads");
    let mut known = Language::ALL.map(Language::tag);
    known[1..].sort_unstable();
    assert_eq!(locales.tags().collect::<Vec<_>>(), known);
}

/// In programs, the compiler finds a text that nothing shows; a library's public methods it takes for used.
#[test]
fn the_texts_of_components_are_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let locales = Locales::read(&root.join("locales")).expect("reads");
    let folders = ["src", "ui/src", "overlay/src"].map(|folder| root.join(folder));
    let sources: String = folders.iter().map(|folder| sources(folder)).collect();
    for feature in ["ui", "inviting", "naming"] {
        for message in &locales.reference(feature).expect("there").messages {
            let method = message.id.replace('-', "_");
            let is_shown = [format!("Texts::{method}"), format!("texts.{method}(")];
            assert!(
                is_shown.iter().any(|call| sources.contains(call)),
                "{feature}.ftl: {} is shown nowhere",
                message.id
            );
        }
    }
}

fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder");
    let texts = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path)
        } else {
            fs::read_to_string(&path).unwrap_or_default()
        }
    });
    texts.collect()
}
