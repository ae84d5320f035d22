use std::collections::HashMap;

use std::io::Write as _;
use std::sync::LazyLock;

use tempfile::NamedTempFile;

use super::*;

static SECRET_FILE: LazyLock<NamedTempFile> = LazyLock::new(|| {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(b"s3cret\n").expect("writable");
    file
});

struct Variables(HashMap<&'static str, String>);

/// A complete, valid configuration.
fn variables() -> Variables {
    let secret = SECRET_FILE.path().display().to_string();
    Variables(HashMap::from([
        ("PARVIS_PUBLIC_URL", "https://visio.example.fr".to_owned()),
        ("PARVIS_DATABASE_URL", "sqlite://parvis.db".to_owned()),
        ("PARVIS_KEYS_FILE", "keys".to_owned()),
        (
            "PARVIS_BBB_URL",
            "https://bbb.example.fr/bigbluebutton/".to_owned(),
        ),
        ("PARVIS_BBB_SECRET_FILE", secret.clone()),
        (
            "PARVIS_OIDC_AGENTS_ISSUER",
            "https://id.example.fr".to_owned(),
        ),
        ("PARVIS_OIDC_AGENTS_CLIENT_ID", "parvis".to_owned()),
        ("PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE", secret),
        ("PARVIS_OIDC_AGENTS_NAME", "Mon compte".to_owned()),
    ]))
}

impl Variables {
    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.insert(name, value.to_owned());
        self
    }

    fn read(&self) -> Result<Config, ConfigError> {
        Config::from_lookup(&|name| self.0.get(name).cloned())
    }

    /// The variables that are refused.
    fn refused(&self) -> Vec<String> {
        match self.read() {
            Ok(_) => Vec::new(),
            Err(error) => error
                .0
                .into_iter()
                .map(|mistake| mistake.variable)
                .collect(),
        }
    }
}

#[test]
fn a_whole_configuration_is_taken_and_secrets_are_trimmed() {
    let Ok(config) = variables().read() else {
        panic!("refused")
    };
    assert_eq!(config.agents.client_secret.reveal(), "s3cret");
    assert_eq!(
        config.portal_address("/salles"),
        "https://visio.example.fr/salles"
    );
    assert!(config.is_portal_origin("https://visio.example.fr"));
    assert!(!config.is_portal_origin("https://visio.example.fr.evil.example"));
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let missing = Variables(HashMap::new()).refused();
    for name in variables().0.keys() {
        if name.starts_with("PARVIS_OIDC") {
            continue;
        }
        assert!(
            missing.iter().any(|missing| missing == name),
            "{name} is not named"
        );
    }
    assert!(missing.contains(&"PARVIS_OIDC_AGENTS_ISSUER".to_owned()));
}

#[test]
fn each_wrong_value_is_refused_under_its_name() {
    for (name, value) in [
        ("PARVIS_LISTEN", "8080"),
        ("PARVIS_PUBLIC_URL", "visio.example.fr"),
        ("PARVIS_PUBLIC_URL", "http://visio.example.fr"),
        ("PARVIS_PORTAL_ORIGINS", "http://visio.example.fr"),
        ("PARVIS_DATABASE_URL", "postgres://u:s3cr#t@host/db"),
        ("PARVIS_PUBLIC_URL", "https://visio.example.fr/portail"),
        ("PARVIS_DATABASE_URL", "mysql://x"),
        ("PARVIS_BBB_SECRET_FILE", "/nonexistent"),
        ("PARVIS_MAX_ROOMS", "-1"),
        ("PARVIS_MAX_DELEGATES", "-1"),
        ("PARVIS_MAX_DELEGATES", "1001"),
        ("PARVIS_DELEGATES_INVITE", "yes"),
        ("PARVIS_SESSION_HOURS", "0"),
        ("PARVIS_THEME", "dark"),
        ("PARVIS_MARK", "Ministère|des exemples"),
        ("PARVIS_LOGO", "https://example.fr/logo.svg"),
        ("PARVIS_LOGO", "/assets/logo"),
        ("PARVIS_STYLESHEET", "https://example.fr/colours.css"),
        ("PARVIS_STYLESHEET", "/assets/colours.svg"),
        ("PARVIS_CODE_IS_NEW", "yes"),
        ("PARVIS_LINK_ACCESS", "javascript:alert(1)"),
        ("PARVIS_LINK_ACCESS", "mailto:a@example.fr"),
        ("PARVIS_LINK_ACCESS", "//evil.example"),
        ("PARVIS_PORTAL_ORIGINS", "https://autre.fr"),
        ("PARVIS_OIDC_ATTENDEES_ISSUER", "not an address"),
        ("PARVIS_RECORDINGS_DAYS", "0"),
        ("PARVIS_RECORDINGS_DAYS", "many"),
        ("PARVIS_HISTORY_DAYS", "-1"),
        ("PARVIS_HISTORY_DAYS", "3651"),
        ("PARVIS_UNUSED_ROOM_DAYS", "89"),
        ("PARVIS_UNUSED_ROOM_DAYS", "-1"),
        ("PARVIS_UNUSED_ACCOUNT_DAYS", "3651"),
        ("PARVIS_UNUSED_ACCOUNT_DAYS", "never"),
        ("PARVIS_FILES_MAX_MEGABYTES", "0"),
        ("PARVIS_FILES_PER_ROOM", "0"),
        ("PARVIS_FILES_DIR_SHARED", "perhaps"),
        ("PARVIS_FILES_S3_URL", "s3.example.fr"),
        ("PARVIS_SMTP_URL", "mail.example.fr"),
        ("PARVIS_SMTP_URL", "https://mail.example.fr"),
        ("PARVIS_SMTP_URL", "smtp://mail.example.fr?tls=perhaps"),
        ("PARVIS_SMTP_URL", "smtps://parvis:s3cret@mail.example.fr"),
    ] {
        let refused = variables().with(name, value).refused();
        assert!(
            refused.iter().any(|refused| refused == name),
            "{name}={value}: {refused:?}"
        );
    }
}

#[test]
fn nothing_unused_is_deleted_without_a_way_to_warn_of_it() {
    let days = |name, days| variables().with(name, days);
    for name in ["PARVIS_UNUSED_ROOM_DAYS", "PARVIS_UNUSED_ACCOUNT_DAYS"] {
        assert_eq!(days(name, "90").refused(), [name]);
        assert_eq!(days(name, "0").refused(), [""; 0]);
        let with_mail = days(name, "90")
            .with("PARVIS_SMTP_URL", "smtps://mail.example.fr")
            .with("PARVIS_SMTP_FROM", "no-reply@example.fr");
        assert_eq!(with_mail.refused(), [""; 0]);
    }
    let Ok(config) = variables().read() else {
        panic!("refused")
    };
    assert_eq!(config.unused, UnusedSettings::default());
}

#[test]
fn a_service_of_the_state_says_whose_its_block_mark_is() {
    let state = || variables().with("PARVIS_THEME", "state");
    assert_eq!(state().refused(), ["PARVIS_MARK"]);
    let Ok(config) = state()
        .with("PARVIS_MARK", "Ministère | des exemples")
        .read()
    else {
        panic!("refused")
    };
    assert_eq!(config.instance.mark, ["Ministère", "des exemples"]);
}

#[test]
fn the_app_may_live_on_another_origin_of_the_same_domain() {
    let read = variables()
        .with("PARVIS_PUBLIC_URL", "https://api.example.fr")
        .with("PARVIS_PORTAL_ORIGINS", "https://portail.example.fr")
        .read();
    let Ok(config) = read else { panic!("refused") };
    assert_eq!(config.portal_address("/"), "https://portail.example.fr/");
    assert!(!config.is_portal_origin("https://api.example.fr"));
}

#[test]
fn contact_may_be_a_mail_address() {
    assert!(
        variables()
            .with("PARVIS_LINK_CONTACT", "mailto:a@example.fr")
            .read()
            .is_ok()
    );
}

#[test]
fn a_room_has_twenty_delegates_who_do_not_invite_unless_it_is_set_otherwise() {
    let read = |variables: Variables| match variables.read() {
        Ok(config) => (
            config.instance.max_delegates,
            config.instance.delegates_invite,
        ),
        Err(error) => panic!("{error}"),
    };
    assert_eq!(read(variables()), (20, false));
    let changed = variables()
        .with("PARVIS_MAX_DELEGATES", "0")
        .with("PARVIS_DELEGATES_INVITE", "true");
    assert_eq!(read(changed), (0, true));
}

#[test]
fn mails_need_a_sender_and_a_password_is_sent_encrypted_alone() {
    let secret = SECRET_FILE.path().display().to_string();
    let with = |url: &str, password: &str| {
        variables()
            .with("PARVIS_SMTP_URL", url)
            .with("PARVIS_SMTP_FROM", "Visio <visio@example.fr>")
            .with("PARVIS_SMTP_PASSWORD_FILE", password)
    };
    for (url, password, refused) in [
        ("smtp://mail.example.fr", "", None),
        ("smtp://mail.example.fr:2525?tls=opportunistic", "", None),
        ("smtps://parvis@mail.example.fr", &*secret, None),
        ("smtp://parvis@mail.example.fr?tls=required", &secret, None),
        ("smtp://parvis@localhost", &secret, None),
        (
            "smtp://parvis@mail.example.fr",
            &secret,
            Some("PARVIS_SMTP_URL"),
        ),
        (
            "smtp://parvis@mail.example.fr?tls=opportunistic",
            &secret,
            Some("PARVIS_SMTP_URL"),
        ),
        ("smtps://mail.example.fr", &secret, Some("PARVIS_SMTP_URL")),
        (
            "smtps://parvis@mail.example.fr",
            "",
            Some("PARVIS_SMTP_PASSWORD_FILE"),
        ),
    ] {
        let expected: Vec<&str> = refused.into_iter().collect();
        assert_eq!(with(url, password).refused(), expected, "{url}");
    }
    for from in ["", "Visio", "visio@"] {
        let refused = with("smtp://mail.example.fr", "").with("PARVIS_SMTP_FROM", from);
        assert_eq!(refused.refused(), ["PARVIS_SMTP_FROM"], "{from}");
    }
    let Ok(config) = with("smtps://parvis%40visio+a@mail.example.fr", &secret).read() else {
        panic!("refused")
    };
    let mail = config.mail.expect("mails are sent");
    let (user, password) = mail.credentials.expect("a user");
    assert_eq!((&*user, password.reveal()), ("parvis@visio+a", "s3cret"));
    assert!(variables().read().is_ok_and(|config| config.mail.is_none()));
}

#[test]
fn rooms_have_files_where_a_store_is_named() {
    let Ok(config) = variables().read() else {
        panic!("refused")
    };
    assert!(config.files.is_none() && !config.instance.has_files);
    let Ok(config) = variables().with("PARVIS_FILES_DIR", "/srv/files").read() else {
        panic!("refused")
    };
    let files = config.files.expect("files");
    assert_eq!((files.max_bytes, files.max_files), (30_000_000, 20));
    assert!(config.instance.has_files);
}

#[test]
fn files_are_kept_in_one_place() {
    let secret = SECRET_FILE.path().display().to_string();
    let s3 = || {
        variables()
            .with("PARVIS_FILES_S3_URL", "https://s3.example.fr")
            .with("PARVIS_FILES_S3_BUCKET", "visio")
            .with("PARVIS_FILES_S3_ACCESS_KEY_ID", "id")
            .with("PARVIS_FILES_S3_SECRET_FILE", &secret)
    };
    assert_eq!(s3().refused(), [""; 0]);
    let both = s3().with("PARVIS_FILES_DIR", "/srv/files");
    assert_eq!(both.refused(), ["PARVIS_FILES_S3_URL"]);
    for name in [
        "PARVIS_FILES_S3_BUCKET",
        "PARVIS_FILES_S3_ACCESS_KEY_ID",
        "PARVIS_FILES_S3_SECRET_FILE",
    ] {
        assert_eq!(s3().with(name, "").refused(), [name]);
    }
}

#[test]
fn with_postgresql_a_folder_of_files_is_said_to_be_shared() {
    let with = |shared: &str| {
        variables()
            .with("PARVIS_DATABASE_URL", "postgres://parvis@db/parvis")
            .with("PARVIS_FILES_DIR", "/srv/files")
            .with("PARVIS_FILES_DIR_SHARED", shared)
    };
    assert_eq!(with("").refused(), ["PARVIS_FILES_DIR_SHARED"]);
    assert_eq!(with("false").refused(), ["PARVIS_FILES_DIR_SHARED"]);
    assert_eq!(with("true").refused(), [""; 0]);
}

#[test]
fn plain_http_is_refused_but_for_this_machine_and_hosts_that_are_exempt() {
    for (variable, path) in [
        ("PARVIS_BBB_URL", "/bigbluebutton/"),
        ("PARVIS_OIDC_AGENTS_ISSUER", ""),
    ] {
        let plain = |host: &str| variables().with(variable, &format!("http://{host}{path}"));
        assert_eq!(plain("server.example.fr").refused(), [variable]);
        for local in ["localhost:8090", "127.0.0.1:8090", "[::1]:8090"] {
            let config = plain(local).read().expect("a configuration");
            assert!(config.warnings.is_empty(), "{local}");
        }
        let exempt = plain("server.example.fr:8090").with(
            "PARVIS_PLAIN_HTTP_HOSTS",
            "other.example.fr, server.example.fr",
        );
        let config = exempt.read().expect("a configuration");
        assert_eq!(config.warnings.len(), 1, "{:?}", config.warnings);
        assert!(config.warnings[0].starts_with(variable));
        let other =
            plain("a.server.example.fr").with("PARVIS_PLAIN_HTTP_HOSTS", "server.example.fr");
        assert_eq!(other.refused(), [variable]);
    }
}

#[cfg(unix)]
#[test]
fn files_with_secrets_that_others_may_read_are_warned_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let [keys, database] = ["keys", "parvis.db"].map(|name| folder.path().join(name));
    for file in [&keys, &database] {
        std::fs::write(file, "").expect("a file");
    }
    let read = || {
        let config = variables()
            .with("PARVIS_KEYS_FILE", &keys.display().to_string())
            .with(
                "PARVIS_DATABASE_URL",
                &format!("sqlite://{}?max_page_count=9", database.display()),
            )
            .read();
        config.expect("a configuration").warnings
    };
    let set_mode = |file, mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(file, mode).expect("set");
    };
    for (keys_mode, database_mode, expected) in [
        (0o600, 0o600, &[][..]),
        (0o640, 0o660, &[]),
        (0o644, 0o600, &["PARVIS_KEYS_FILE"]),
        (0o604, 0o644, &["PARVIS_KEYS_FILE", "PARVIS_DATABASE_URL"]),
    ] {
        set_mode(&keys, keys_mode);
        set_mode(&database, database_mode);
        let warnings = read();
        let warned: Vec<&str> = warnings
            .iter()
            .filter_map(|text| text.split(':').next())
            .collect();
        assert_eq!(warned, expected);
    }
}
