//! The command `check`, which tries what the configuration names.

use crate::support::{MailServer, Portal};

#[tokio::test(flavor = "multi_thread")]
async fn a_working_instance_passes_every_check() {
    let mail = MailServer::start().await;
    let portal = Portal::builder().mail_server(&mail.url).start().await;
    let said = portal
        .command_beside(&["check"])
        .await
        .expect("all is well");
    for what in [
        "keys: key 1 signs",
        "database: takes writes",
        "conference server: takes the secret; 0 meetings",
        "agents' identity provider: its description is usable",
        "attendees' identity provider: its description is usable",
        "mail server: takes the portal's connection",
        "store of files: an object was written, read and deleted",
    ] {
        assert!(
            said.contains(&format!("ok      {what}\n")),
            "{what}: {said}"
        );
    }
    assert!(portal.objects().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_used_is_named_with_its_variable_and_the_others_are_tried() {
    let portal = Portal::start().await;
    let other = tempfile::tempdir().expect("a folder");
    let file = |name: &str, content: &str| {
        let path = other.path().join(name);
        std::fs::write(&path, content).expect("a file");
        path.display().to_string()
    };
    let [wrong, empty] = [file("wrong", "another secret"), file("empty", "")];
    let below_a_file = format!("{wrong}/files");
    let nowhere = "http://127.0.0.1:1/identity";
    for (variable, value, failed) in [
        ("PARVIS_KEYS_FILE", &*empty, "keys (PARVIS_KEYS_FILE)"),
        (
            "PARVIS_DATABASE_URL",
            "postgres://parvis@127.0.0.1:1/parvis",
            "database (PARVIS_DATABASE_URL)",
        ),
        (
            "PARVIS_BBB_SECRET_FILE",
            &wrong,
            "conference server (PARVIS_BBB_URL)",
        ),
        (
            "PARVIS_OIDC_AGENTS_ISSUER",
            nowhere,
            "agents' identity provider (PARVIS_OIDC_AGENTS_ISSUER)",
        ),
        (
            "PARVIS_SMTP_URL",
            "smtp://127.0.0.1:1",
            "mail server (PARVIS_SMTP_URL)",
        ),
        (
            "PARVIS_FILES_DIR",
            &below_a_file,
            "store of files (PARVIS_FILES_DIR or PARVIS_FILES_S3_URL)",
        ),
    ] {
        let changed = [
            (variable, value),
            ("PARVIS_SMTP_FROM", "Visio <visio@exemple.fr>"),
        ];
        let said = portal.command_with(&changed, &["check"]).await;
        let said = said.expect_err("it fails");
        assert!(said.contains(&format!("failed  {failed}: ")), "{said}");
        assert_eq!(said.matches("failed  ").count(), 1, "{said}");
        assert!(said.contains("1 of "), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_makes_no_database() {
    let portal = Portal::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("parvis.db");
    let url = format!("sqlite://{}", file.display());
    let said = portal
        .command_with(&[("PARVIS_DATABASE_URL", &url)], &["check"])
        .await
        .expect("all is well");
    assert!(said.contains("database: not there yet"), "{said}");
    assert!(!file.exists());
}
