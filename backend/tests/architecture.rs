//! Which module of the backend may use which: arrows point one way, and storage, the conference and the live
//! meetings know nothing of HTTP. The table is the one of ARCHITECTURE.md, from the ground up.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of `src/`, and those that it may use: all stand above it.
const MAY_USE: &[(&str, &str)] = &[
    ("clock", ""),
    ("collation", ""),
    ("config", ""),
    ("random", "clock"),
    ("keys", "random"),
    ("seal", "keys"),
    ("links", "keys seal"),
    ("tickets", "clock keys links seal"),
    ("session_tokens", "clock keys seal"),
    ("attempts", "clock"),
    ("storage", "attempts clock links random"),
    ("conference", "config random"),
    ("live", "clock conference links storage"),
    ("meeting_tokens", "conference config keys seal"),
    (
        "meetings",
        "clock conference config links live meeting_tokens random storage",
    ),
    ("link_resolver", "clock links storage"),
    ("guessing", "attempts clock keys random seal storage"),
    ("linking", "config storage"),
    ("retirement", "links storage"),
    ("housekeeping", "clock conference live storage"),
    ("readiness", "clock random storage"),
    (
        "web",
        "attempts clock conference config guessing link_resolver meetings random storage",
    ),
    ("site", "config web"),
    ("auth", "clock config keys random seal storage web"),
    (
        "api",
        "auth clock collation conference config guessing link_resolver links live meeting_tokens meetings random session_tokens storage tickets web",
    ),
    (
        "app",
        "auth clock collation conference config guessing housekeeping keys link_resolver linking links live meeting_tokens meetings random readiness retirement session_tokens storage tickets",
    ),
    ("openapi", "api app auth"),
    (
        "router",
        "app auth clock config openapi random readiness site web",
    ),
];

/// Up to this one, modules know nothing of HTTP; but `readiness`, which answers a probe.
const FIRST_WITH_HTTP: &str = "web";

/// One module names another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    target: String,
    line: usize,
}

/// The modules of the crate that a file names, whether in `use` or in a path. `depth` says how many modules
/// deep the file stands: that many `super::` lead to the crate.
fn uses(source: &str, depth: usize) -> Vec<Use> {
    let code = without_comments(source);
    let mut found = Vec::new();
    let mut from_here = 0;
    while let Some(start) = code[from_here..].find("crate::") {
        let start = from_here + start;
        from_here = start + "crate::".len();
        let line = line_of(&code, start);
        for target in targets(&code[from_here..]) {
            found.push(Use { target, line });
        }
    }
    from_here = 0;
    while let Some(start) = code[from_here..].find("super::") {
        let start = from_here + start;
        let mut rest = &code[start..];
        let mut chain = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            rest = next;
            chain += 1;
        }
        from_here = code.len() - rest.len();
        // Within `mod tests { … }` one more `super::` leads there: too many are no fault.
        if chain >= depth {
            let line = line_of(&code, start);
            for target in targets(rest) {
                found.push(Use { target, line });
            }
        }
    }
    found
}

fn line_of(code: &str, at: usize) -> usize {
    1 + code[..at].matches('\n').count()
}

/// The same number of lines, without what is said in comments.
fn without_comments(source: &str) -> String {
    let mut code = String::new();
    for line in source.lines() {
        if !line.trim_start().starts_with("//") {
            code.push_str(line);
        }
        code.push('\n');
    }
    code
}

/// What follows `crate::`: one name, or the first name of each path in braces.
fn targets(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        let name = &rest[..end.unwrap_or(rest.len())];
        return vec![name.to_owned()];
    };
    let (mut names, mut depth, mut name) = (Vec::new(), 0, String::new());
    let mut is_first = true;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(std::mem::take(&mut name));
                is_first = true;
            }
            ':' => is_first = false,
            _ if c.is_whitespace() => {}
            _ if depth == 0 && is_first => name.push(c),
            _ => {}
        }
    }
    names.push(name);
    names.retain(|name| !name.is_empty());
    names
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// A file of the library.
struct Source {
    path: PathBuf,
    /// The module of the crate that it is of.
    module: String,
    /// How many modules deep it stands.
    depth: usize,
    text: String,
}

impl Source {
    fn uses(&self) -> Vec<Use> {
        uses(&self.text, self.depth)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.sort();
    let mut sources = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(&root).expect("below").with_extension("");
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        // The crate's root, and the binary.
        if ["lib", "main", "command_line"].contains(&&*names[0]) {
            continue;
        }
        sources.push(Source {
            module: names[0].clone().into_owned(),
            depth: names.len(),
            text: fs::read_to_string(&path).expect("a file"),
            path,
        });
    }
    sources
}

fn may_use(module: &str) -> Option<BTreeSet<&'static str>> {
    let (_, targets) = MAY_USE.iter().find(|(name, _)| *name == module)?;
    Some(targets.split_whitespace().collect())
}

/// What stands against the table, with file and line.
fn violations(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    for source in sources {
        let (path, module) = (source.path.display(), &source.module);
        let Some(allowed) = may_use(module) else {
            violations.push(format!("{path}: {module} is not in the table"));
            continue;
        };
        for Use { target, line } in source.uses() {
            let is_other = target != *module && may_use(&target).is_some();
            if is_other && !allowed.contains(&*target) {
                violations.push(format!("{path}:{line}: {module} must not use {target}"));
            }
        }
    }
    violations
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let violations = violations(&sources());
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn the_arrows_of_the_table_point_one_way() {
    let mut above = BTreeSet::new();
    for (module, targets) in MAY_USE {
        for target in targets.split_whitespace() {
            assert!(above.contains(target), "{module} -> {target}");
        }
        assert!(above.insert(*module), "{module} stands twice");
    }
}

#[test]
fn the_table_allows_nothing_that_is_not_used() {
    let mut used = BTreeSet::new();
    for source in sources() {
        for Use { target, .. } in source.uses() {
            used.insert((source.module.clone(), target));
        }
    }
    for (module, targets) in MAY_USE {
        for target in targets.split_whitespace() {
            let arrow = ((*module).to_owned(), target.to_owned());
            assert!(used.contains(&arrow), "{module} -> {target} is not used");
        }
    }
}

#[test]
fn what_speaks_to_no_browser_knows_nothing_of_http_answers() {
    let silent = MAY_USE.iter().map(|(module, _)| *module);
    let silent: BTreeSet<&str> = silent
        .take_while(|module| *module != FIRST_WITH_HTTP)
        .filter(|module| *module != "readiness")
        .collect();
    for source in sources() {
        let Source { path, module, .. } = &source;
        if !silent.contains(&**module) {
            continue;
        }
        for (index, line) in without_comments(&source.text).lines().enumerate() {
            let refused = ["axum", "tower_http", "utoipa", "ProblemKind"];
            let found = refused.iter().find(|word| line.contains(*word));
            let place = format!("{}:{}", path.display(), index + 1);
            assert_eq!(found, None, "{place}: {module} knows nothing of HTTP");
        }
    }
}

#[test]
fn an_arrow_against_the_table_is_found_however_it_is_written() {
    let storage = |depth, text: &str| Source {
        path: PathBuf::from("storage.rs"),
        module: "storage".to_owned(),
        depth,
        text: text.to_owned(),
    };
    for (text, line) in [
        ("\nuse crate::app::App;\n", 2),
        ("use crate::{clock::Clock, app::App};\n", 1),
        (
            "use crate::{\n    clock::{Clock, Moment},\n    app,\n};\n",
            1,
        ),
        ("\n\nfn f(app: &crate::app::App) {}\n", 3),
        ("use super::app::App;\n", 1),
    ] {
        let expected = format!("storage.rs:{line}: storage must not use app");
        assert_eq!(violations(&[storage(1, text)]), [expected], "{text}");
    }
    let harmless = "// use crate::app::App;\nuse super::app;\n";
    assert_eq!(violations(&[storage(2, harmless)]), [""; 0]);
}
