//! Which module of the backend may use which: arrows point one way, and storage, the conference and the live
//! meetings know nothing of HTTP. The table is the one of ARCHITECTURE.md, from the ground up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of `src/`, and those that it may use: all stand above it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("collation", &[]),
    ("config", &[]),
    ("random", &["clock"]),
    ("keys", &["random"]),
    ("seal", &["keys"]),
    ("links", &["keys", "seal"]),
    ("tickets", &["clock", "keys", "links", "seal"]),
    ("session_tokens", &["clock", "keys", "seal"]),
    ("attempts", &["clock"]),
    ("storage", &["attempts", "clock", "links", "random"]),
    ("conference", &["config", "random"]),
    ("live", &["clock", "conference", "links", "storage"]),
    ("meeting_tokens", &["conference", "config", "keys", "seal"]),
    (
        "meetings",
        &[
            "clock",
            "conference",
            "config",
            "links",
            "live",
            "meeting_tokens",
            "random",
            "storage",
        ],
    ),
    ("link_resolver", &["clock", "links", "storage"]),
    (
        "guessing",
        &["attempts", "clock", "keys", "random", "seal", "storage"],
    ),
    ("linking", &["config", "storage"]),
    ("retirement", &["links", "storage"]),
    ("housekeeping", &["clock", "conference", "live", "storage"]),
    ("readiness", &["clock", "random", "storage"]),
    (
        "web",
        &[
            "attempts",
            "clock",
            "conference",
            "config",
            "guessing",
            "link_resolver",
            "meetings",
            "random",
            "storage",
        ],
    ),
    ("site", &["config", "web"]),
    (
        "auth",
        &[
            "clock", "config", "keys", "random", "seal", "storage", "web",
        ],
    ),
    (
        "api",
        &[
            "auth",
            "clock",
            "collation",
            "conference",
            "config",
            "guessing",
            "link_resolver",
            "links",
            "live",
            "meeting_tokens",
            "meetings",
            "random",
            "session_tokens",
            "storage",
            "tickets",
            "web",
        ],
    ),
    (
        "app",
        &[
            "auth",
            "clock",
            "collation",
            "conference",
            "config",
            "guessing",
            "housekeeping",
            "keys",
            "link_resolver",
            "linking",
            "links",
            "live",
            "meeting_tokens",
            "meetings",
            "random",
            "readiness",
            "retirement",
            "session_tokens",
            "storage",
            "tickets",
        ],
    ),
    ("openapi", &["api", "app", "auth"]),
    (
        "router",
        &[
            "app",
            "auth",
            "clock",
            "config",
            "openapi",
            "random",
            "readiness",
            "site",
            "web",
        ],
    ),
];

/// Modules that speak to no browser.
const WITHOUT_HTTP: [&str; 17] = [
    "attempts",
    "clock",
    "collation",
    "conference",
    "config",
    "guessing",
    "housekeeping",
    "keys",
    "link_resolver",
    "linking",
    "links",
    "live",
    "meeting_tokens",
    "meetings",
    "retirement",
    "seal",
    "storage",
];

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
        let line = code[..start].lines().count().max(1);
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
            let line = code[..start].lines().count().max(1);
            for target in targets(rest) {
                found.push(Use { target, line });
            }
        }
    }
    found
}

/// The same number of lines, without what is said in comments.
fn without_comments(source: &str) -> String {
    let code = |line: &str| match line.trim_start().starts_with("//") {
        true => "\n".to_owned(),
        false => format!("{line}\n"),
    };
    source.lines().map(code).collect()
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

/// The library's files: the module that each is of, how deep it stands, and what it holds.
fn modules() -> Vec<(PathBuf, String, usize, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.sort();
    let mut modules = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(&root).expect("below").with_extension("");
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        let module = names[0].clone().into_owned();
        // The crate's root, and the binary.
        if ["lib", "main", "command_line"].contains(&&*module) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a file");
        let depth = names.len();
        modules.push((path.clone(), module, depth, source));
    }
    modules
}

/// What stands against the table, with file and line.
fn violations(modules: &[(PathBuf, String, usize, String)]) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut violations = Vec::new();
    for (path, module, depth, source) in modules {
        let Some(allowed_here) = allowed.get(&**module) else {
            violations.push(format!("{}: {module} is not in the table", path.display()));
            continue;
        };
        for Use { target, line } in uses(source, *depth) {
            let is_module = allowed.contains_key(&*target);
            if is_module && target != *module && !allowed_here.contains(&&*target) {
                let path = path.display();
                violations.push(format!("{path}:{line}: {module} must not use {target}"));
            }
        }
    }
    violations
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let violations = violations(&modules());
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn the_arrows_of_the_table_point_one_way() {
    let mut above = BTreeSet::new();
    for (module, may_use) in MAY_USE {
        for target in *may_use {
            assert!(above.contains(target), "{module} -> {target}");
        }
        assert!(above.insert(module), "{module} stands twice");
    }
}

#[test]
fn the_table_allows_nothing_that_is_not_used() {
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (_, module, depth, source) in modules() {
        for Use { target, .. } in uses(&source, depth) {
            used.insert((module.clone(), target));
        }
    }
    for (module, may_use) in MAY_USE {
        for target in *may_use {
            let arrow = ((*module).to_owned(), (*target).to_owned());
            assert!(used.contains(&arrow), "{module} -> {target} is not used");
        }
    }
}

#[test]
fn what_speaks_to_no_browser_knows_nothing_of_http_answers() {
    for (path, module, _, source) in modules() {
        if !WITHOUT_HTTP.contains(&&*module) {
            continue;
        }
        for (index, line) in without_comments(&source).lines().enumerate() {
            let names = ["axum", "tower_http", "utoipa", "ProblemKind"];
            let named = names.iter().find(|name| line.contains(*name));
            let place = format!("{}:{}", path.display(), index + 1);
            assert_eq!(named, None, "{place}: {module} knows nothing of HTTP");
        }
    }
}

#[test]
fn an_arrow_against_the_table_is_found_however_it_is_written() {
    for source in [
        "use crate::app::App;",
        "use crate::{clock::Clock, app::App};",
        "use crate::{\n    clock::{Clock, Moment},\n    app,\n};",
        "fn f(app: &crate::app::App) {}",
        "use super::app::App;",
    ] {
        let module = (PathBuf::from("storage.rs"), "storage".to_owned(), 1);
        let module = (module.0, module.1, module.2, format!("\n{source}\n"));
        let found = violations(&[module]);
        assert_eq!(found.len(), 1, "{source}: {found:?}");
        assert!(found[0].contains("storage must not use app"), "{found:?}");
    }
    let comment = "// use crate::app::App;\nuse super::Store;\n".to_owned();
    let module = (PathBuf::new(), "storage".to_owned(), 2, comment);
    assert_eq!(violations(&[module]), Vec::<String>::new());
}
