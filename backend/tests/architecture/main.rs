//! The dependencies between modules. In the backend they follow the table of ARCHITECTURE.md, and storage, the
//! conference and the live meetings know nothing of HTTP; no native crate has a dependency cycle.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use source::{Source, Use, sources, without_comments};

/// Each module of `src/`, and those that it may use: all stand above it.
const MAY_USE: &[(&str, &str)] = &[
    ("clock", ""),
    ("traces", ""),
    ("measure", "traces"),
    ("collation", ""),
    ("config", ""),
    ("random", "clock"),
    ("keys", "random"),
    ("signed_token", "keys"),
    ("links", "keys signed_token"),
    ("tickets", "clock keys links random signed_token"),
    ("session_tokens", "clock keys signed_token"),
    ("code_attempts", "clock"),
    ("storage", "code_attempts clock links random"),
    ("notices", "storage"),
    ("streams", "measure notices storage"),
    ("conference", "config measure random"),
    ("texts", ""),
    ("mail", "clock config measure storage texts"),
    ("live", "clock conference links notices storage"),
    ("meeting_tokens", "conference config keys signed_token"),
    ("files", "clock config keys random signed_token storage"),
    (
        "history",
        "clock conference config keys live signed_token storage",
    ),
    (
        "meetings",
        "clock conference config files history links live meeting_tokens random storage texts",
    ),
    (
        "recordings",
        "clock conference config keys live mail meetings random signed_token storage",
    ),
    ("link_resolver", "clock links storage"),
    (
        "code_entry",
        "code_attempts clock keys random signed_token storage",
    ),
    ("linking", "clock config storage"),
    ("retirement", "clock links storage"),
    ("audit", "clock storage"),
    ("backup", "storage"),
    ("unused", "clock conference config live mail random storage"),
    ("notice_exchange", "live notices storage streams"),
    (
        "housekeeping",
        "clock conference files history live mail storage unused",
    ),
    ("readiness", "clock random storage"),
    (
        "web",
        "code_attempts clock conference config code_entry files history link_resolver meetings random recordings storage streams traces",
    ),
    ("telemetry", ""),
    ("room_list_cache", "clock storage web"),
    ("site", "config web"),
    (
        "auth",
        "clock config keys measure random signed_token storage streams web",
    ),
    (
        "api",
        "auth clock collation conference config code_entry files history link_resolver links live meeting_tokens meetings random recordings room_list_cache session_tokens storage streams texts tickets web",
    ),
    (
        "app",
        "audit auth clock collation conference config code_entry files history housekeeping keys link_resolver linking links live mail meeting_tokens meetings notice_exchange notices random readiness recordings retirement room_list_cache session_tokens storage streams tickets unused",
    ),
    (
        "check",
        "auth clock conference config files keys mail site storage",
    ),
    ("probe", ""),
    ("openapi", "api app auth web"),
    ("fuzzing", "auth conference links"),
    ("server", "config measure streams"),
    (
        "router",
        "app auth clock config openapi random readiness site telemetry web",
    ),
];

/// Up to this one, modules know nothing of HTTP; but `readiness`, which answers a probe.
const FIRST_WITH_HTTP: &str = "web";

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
    let violations = violations(&sources("backend"));
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
    for source in sources("backend") {
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
fn the_modules_of_no_crate_depend_on_one_another_in_a_cycle() {
    for folder in ["contract", "sandbox", "backend"] {
        let mut dependencies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for source in sources(folder) {
            let targets = source.uses().into_iter().map(|Use { target, .. }| target);
            let others = targets.filter(|target| *target != source.module);
            let of_module = dependencies.entry(source.module.clone()).or_default();
            of_module.extend(others);
        }
        // Modules that depend on none of those left are taken away, until a cycle is left or nothing.
        loop {
            let left: BTreeSet<String> = dependencies.keys().cloned().collect();
            let count = left.len();
            dependencies.retain(|_, targets| !targets.is_disjoint(&left));
            if dependencies.len() == count {
                break;
            }
        }
        assert!(dependencies.is_empty(), "{folder}: {dependencies:?}");
    }
}

#[test]
fn what_speaks_to_no_browser_knows_nothing_of_http_answers() {
    let silent = MAY_USE.iter().map(|(module, _)| *module);
    let silent: BTreeSet<&str> = silent
        .take_while(|module| *module != FIRST_WITH_HTTP)
        .filter(|module| *module != "readiness")
        .collect();
    for source in sources("backend") {
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
