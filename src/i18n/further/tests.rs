//! Over the sources: no view shows a further text unless its chunk waits for these texts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use parvis_texts::compile::Program;

use super::*;

/// A file of `src/`.
struct Source {
    /// Its path in `src/`.
    path: PathBuf,
    /// Its code without comments, in pieces between semicolons, each on one line.
    statements: Vec<String>,
}

impl Source {
    fn new(path: PathBuf, text: &str) -> Self {
        let lines = text.lines().map(str::trim);
        let code: Vec<_> = lines.filter(|line| !line.starts_with("//")).collect();
        let statements = code.join(" ");
        let statements = statements.split(';').map(|each| each.trim().to_owned());
        Self {
            path,
            statements: statements.collect(),
        }
    }

    /// The module at the root of the app that the file belongs to.
    fn module(&self) -> String {
        let first = self.path.iter().next().map(Path::new);
        let stem = first.and_then(Path::file_stem).unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// Whether a path in the code has `module` as its segment after `parent`: `parent::module`.
    fn uses(&self, parent: &str, module: &str) -> bool {
        let path = format!("{parent}::{module}");
        let listed = format!("{parent}::{{");
        self.statements.iter().any(|statement| {
            let listed = statement.split_once(&listed).map(|(_, listed)| listed);
            has_word(statement, &path) || listed.is_some_and(|listed| has_word(listed, module))
        })
    }

    /// The names that are imported from `module`.
    fn imports(&self, module: &str) -> Vec<&str> {
        let path = format!("use crate::{module}::");
        let statements = self.statements.iter();
        let imports = statements.filter_map(|statement| statement.split_once(&path));
        let names = imports.flat_map(|(_, names)| names.split(|c: char| !is_of_name(c)));
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The statements that are no import and have one of `names`.
    fn statements_with(&self, names: &[&str]) -> impl Iterator<Item = &str> {
        let statements = self.statements.iter().map(String::as_str);
        let code = statements.filter(|statement| !statement.starts_with("use "));
        code.filter(|statement| names.iter().any(|name| has_word(statement, name)))
    }
}

/// Whether `word` stands in `code`, and is not a part of a longer name.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(start, _)| {
        let (before, after) = (&code[..start], &code[start + word.len()..]);
        !before.ends_with(is_of_name) && !after.starts_with(is_of_name)
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The chunk, if the statement is the declaration of a lazy view: `name, load = chunk => view! { … }`.
fn chunk_of_lazy_view(statement: &str) -> Option<&str> {
    let (declared, _) = statement.split_once(" => view! {")?;
    let (_, chunk) = declared.rsplit_once(" = ")?;
    // An arm of a `match` has more between the two.
    chunk.chars().all(is_of_name).then_some(chunk)
}

/// The name in such a declaration.
fn name_of_lazy_view(statement: &str) -> Option<&str> {
    let (declared, _) = statement.split_once(" => view! {")?;
    let (names, _) = declared.rsplit_once(" = ")?;
    let (name, _) = names.rsplit_once(", ")?;
    name.split_whitespace().last()
}

/// All files of `src/`.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a file");
                let path = path.strip_prefix(&root).expect("in src").to_owned();
                found.push(Source::new(path, &text));
            }
        }
    }
    found
}

/// The modules that show further texts.
fn modules_with_further_texts(sources: &[Source]) -> BTreeSet<String> {
    let features = Program::Portal.further_features();
    let shows = |source: &&Source| {
        let mut parents = ["i18n", "super"].into_iter();
        parents.any(|parent| features.iter().any(|feature| source.uses(parent, feature)))
    };
    let found: BTreeSet<_> = sources.iter().filter(shows).map(Source::module).collect();
    assert!(found.len() >= features.len(), "{found:?}");
    found
}

#[test]
fn the_chunks_that_show_further_texts_wait_for_them_and_no_others_do() {
    let sources = sources();
    let mut chunks = BTreeSet::new();
    for module in modules_with_further_texts(&sources) {
        for source in &sources {
            if source.module() == module {
                // A part of a page, which is loaded later.
                let statements = source.statements.iter();
                chunks.extend(statements.filter_map(|statement| chunk_of_lazy_view(statement)));
            } else {
                let views = source.imports(&module);
                let statements = source.statements_with(&views);
                chunks.extend(statements.filter_map(chunk_of_lazy_view));
            }
        }
    }
    let chunks: Vec<_> = chunks.into_iter().collect();
    let mut waiting = CHUNKS_WITH_FURTHER_TEXTS.to_vec();
    waiting.sort_unstable();
    assert_eq!(chunks, waiting);
}

#[test]
fn a_module_with_further_texts_is_used_by_its_lazy_views_alone() {
    let sources = sources();
    for module in modules_with_further_texts(&sources) {
        assert_ne!(module, "i18n", "texts of first features use further ones");
        let own = sources.iter().filter(|source| source.module() == module);
        let own = own.flat_map(|source| &source.statements);
        let lazy: Vec<_> = own
            .filter_map(|statement| name_of_lazy_view(statement))
            .collect();
        for source in sources.iter().filter(|source| source.module() != module) {
            let views = source.imports(&module);
            let shown: Vec<_> = views
                .iter()
                .copied()
                .filter(|view| !lazy.contains(view))
                .collect();
            let mut uses = source.statements_with(&shown);
            let place = format!("src/{}", source.path.display());
            assert!(
                uses.all(|statement| chunk_of_lazy_view(statement).is_some())
                    && (!views.is_empty() || !source.uses("crate", &module)),
                "{place} shows {module}, whose further texts may not be loaded: move the text to a first feature, \
                 or the view to a chunk"
            );
        }
    }
}
