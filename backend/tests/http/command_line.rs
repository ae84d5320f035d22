//! The binary's command line: help, version, and what it refuses.

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parvis-backend"))
        .args(arguments)
        .env_clear()
        .output()
        .expect("the binary runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn help_names_every_command_and_where_configuration_comes_from() {
    for arguments in [&["--help"][..], &["-h"], &["help"]] {
        let help = run(arguments);
        assert_eq!(help.status.code(), Some(0), "{arguments:?}");
        for expected in [
            "site",
            "keys",
            "link-accounts",
            "audit",
            "backup",
            "restore",
            "move",
            "check",
            "probe",
            "openapi",
            "--version",
            "environment variables",
        ] {
            assert!(text(&help.stdout).contains(expected), "{expected}");
        }
    }
}

#[test]
fn each_command_has_help_of_its_own() {
    for (arguments, expected) in [
        (&["site", "--help"][..], "--out"),
        (&["keys", "--help"], "retire"),
        (&["keys", "generate", "--help"], "<FILE>"),
        (&["keys", "retire", "--help"], "--yes"),
        (&["link-accounts", "--help"], "--apply"),
        (&["probe", "--help"], "PARVIS_LISTEN"),
        (&["openapi", "--help"], "OpenAPI"),
    ] {
        let help = run(arguments);
        assert_eq!(help.status.code(), Some(0), "{arguments:?}");
        assert!(text(&help.stdout).contains(expected), "{arguments:?}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = run(&["--version"]);
    assert_eq!(version.status.code(), Some(0));
    let expected = format!("parvis-backend {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(text(&version.stdout), expected);
}

#[test]
fn unknown_or_missing_arguments_are_refused_with_a_sentence() {
    for (arguments, expected) in [
        (&["--port", "80"][..], "unexpected argument '--port'"),
        (&["serv"], "unrecognized subcommand 'serv'"),
        (&["site", "--dist", "dist"], "--out <DIR>"),
        (&["keys", "retire", "first"], "invalid value 'first'"),
        (&["keys", "retire", "256"], "256"),
        (&["link-accounts"], "--from <ISSUER>"),
        (&["probe", "localhost"], "invalid value 'localhost'"),
        (&["openapi", "now"], "unexpected argument 'now'"),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&refused.stdout), "", "{arguments:?}");
        let said = text(&refused.stderr);
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
}

#[test]
fn a_backend_that_is_not_configured_says_what_is_missing() {
    let refused = run(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("PARVIS_PUBLIC_URL"));
}
