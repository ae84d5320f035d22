//! The app's static files, as the backend serves them.

use std::fs;

use parvis_backend::site::{Branding, export};
use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use tempfile::TempDir;

use crate::support::{Answer, Portal};

const PAGE: &str = "<!doctype html><html data-theme=\"__PARVIS_THEME__\"><head>\
    <!-- parvis:csp --><meta name=\"parvis-api\" content=\"__PARVIS_API__\">\
    <!-- parvis:state --><!-- /parvis:state -->\
    <meta name=\"parvis-mark\" content=\"__PARVIS_MARK__\">\
    <!-- parvis:logo --><link href=\"__PARVIS_LOGO__\"><!-- /parvis:logo -->\
    <!-- parvis:stylesheet --><link href=\"__PARVIS_STYLESHEET__\"><!-- /parvis:stylesheet -->\
    <script type=\"module\">start()</script></head>\
    <body><!-- parvis:mark -->__PARVIS_SERVICE_NAME__ – __PARVIS_TAGLINE__</body></html>";

const FRAME: &str = "<!doctype html><html><head><!-- parvis:csp -->\
    <meta name=\"parvis-api\" content=\"__PARVIS_API__\">\
    <meta name=\"application-name\" content=\"__PARVIS_SERVICE_NAME__\">\
    <meta name=\"parvis-frames\" content=\"__PARVIS_FRAME_ORIGINS__\"></head></html>";

/// A built app.
fn site_folder() -> TempDir {
    folder_with(&[])
}

/// A built app, with these further files.
pub(crate) fn folder_with(further: &[(&str, &str)]) -> TempDir {
    let site = tempfile::tempdir().expect("a folder");
    for folder in ["assets", "embed"] {
        fs::create_dir(site.path().join(folder)).expect("a folder");
    }
    for (name, content) in [
        ("index.html", PAGE),
        ("service-worker.js", "keep()"),
        ("service-worker.js.br", "brotli"),
        ("service-worker.js.gz", "gzip"),
        ("assets/app-1.js", "start()"),
        ("assets/app-1.js.br", "brotli"),
        ("assets/app-1.js.gz", "gzip"),
        ("assets/app-1_bg.wasm", "wasm"),
        ("embed/session-details.html", FRAME),
        ("embed/session-details.js", "define()"),
        ("embed/session-1.js", "show()"),
        ("embed/bigbluebutton.js", "plug in()"),
    ]
    .iter()
    .chain(further)
    {
        fs::write(site.path().join(name), content).expect("a file");
    }
    site
}

async fn portal() -> (Portal, TempDir) {
    let site = site_folder();
    let dir = site.path().display().to_string();
    let portal = Portal::builder()
        .variable("PARVIS_SITE_DIR", &dir)
        .variable("PARVIS_SERVICE_NAME", "Visio & co")
        .start()
        .await;
    (portal, site)
}

#[tokio::test]
async fn the_page_is_served_at_every_route_with_its_policy() {
    let (portal, _site) = portal().await;
    for path in [
        "/",
        "/salles/nouvelle",
        "/salles/1/inviter",
        "/rejoindre/participant",
        "/x",
    ] {
        let page = portal.visitor().get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("Visio &amp; co"), "{}", page.body);
        assert!(!page.body.contains("__PARVIS"), "{}", page.body);
        assert_eq!(page.header("cache-control"), "no-cache");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("'sha256-") && policy.contains("frame-ancestors 'none'"));
        assert!(!policy.contains("unsafe-inline"));
        let hidden = path.starts_with("/rejoindre");
        assert_eq!(page.header("x-robots-tag") == "noindex", hidden, "{path}");
    }
}

#[test]
fn the_exported_site_is_whole_and_says_how_to_serve_it() {
    let built = site_folder();
    let out = tempfile::tempdir().expect("a folder");
    let branding = Branding::from_lookup(&|name| {
        let value = match name {
            "PARVIS_PUBLIC_URL" => "https://api.visio.example.fr",
            "PARVIS_PORTAL_ORIGINS" => "https://visio.example.fr,https://api.visio.example.fr",
            "PARVIS_SERVICE_NAME" => "Ma visio",
            "PARVIS_CONFERENCE_ORIGINS" => "https://bbb.example.fr",
            _ => return None,
        };
        Some(value.to_owned())
    });
    export::write(built.path(), out.path(), &branding.expect("configured")).expect("written");
    let read = |name: &str| fs::read_to_string(out.path().join(name)).expect("a file");
    let page = read("index.html");
    assert!(page.contains("Ma visio") && !page.contains("__PARVIS"));
    assert!(
        page.contains("content=\"https://api.visio.example.fr\""),
        "{page}"
    );
    for headers in ["_headers", "headers.nginx.conf", "headers.caddy"] {
        let headers = read(headers);
        assert!(headers.contains("connect-src 'self' https://api.visio.example.fr"));
        assert!(headers.contains("frame-ancestors 'none'"));
        assert!(headers.contains("immutable") && headers.contains("noindex"));
    }
    assert_eq!(read("assets/app-1.js.br"), "brotli");
    assert_eq!(read("service-worker.js"), "keep()");
    assert_eq!(read("service-worker.js.br"), "brotli");
    assert_eq!(read("embed/session-1.js"), "show()");
    assert!(read("embed/session-details.html").contains("content=\"https://bbb.example.fr\""));
    for (headers, frame) in [
        ("_headers", "/embed/session-details\n"),
        (
            "headers.nginx.conf",
            "location = /embed/session-details.html {",
        ),
        ("headers.caddy", "handle /embed/session-details.html {"),
    ] {
        let headers = read(headers);
        let (_, of_frame) = headers.split_once(frame).expect("the frame's");
        let (_, policy) = of_frame.split_once("frame-ancestors ").expect("a policy");
        assert!(policy.starts_with("https://bbb.example.fr"));
        for stub in ["session-details.js", "bigbluebutton.js"] {
            let (_, of_stub) = headers
                .split_once(&format!("/embed/{stub}"))
                .expect("the stub's");
            let (cache, _) = of_stub.split_once("max-age=300").expect("five minutes");
            assert!(!cache.contains("/embed/"), "{stub}: {cache}");
        }
    }
    for (headers, start, silent) in [
        (
            "headers.nginx.conf",
            "location ~* ^/rejoindre {",
            &["access_log off;", "error_log /dev/null crit;"],
        ),
        (
            "headers.caddy",
            "vars /rejoindre* {",
            &["log_skip true", "skip_log true"],
        ),
    ] {
        let headers = read(headers);
        let (_, of_links) = headers.split_once(start).expect("the links'");
        let (of_links, _) = of_links.split_once("\n}").expect("their end");
        assert!(silent.iter().all(|line| of_links.contains(line)));
    }
}

#[tokio::test]
async fn what_other_sites_embed_is_theirs_to_load_and_the_frame_is_held_by_known_pages_alone() {
    let site = site_folder();
    let dir = site.path().display().to_string();
    let portal = Portal::builder()
        .variable("PARVIS_SITE_DIR", &dir)
        .variable(
            "PARVIS_CONFERENCE_ORIGINS",
            "https://bbb.example.fr,https://lms.example.fr",
        )
        .start()
        .await;
    let visitor = portal.visitor();
    let stub = visitor.get("/embed/session-details.js").await;
    assert_eq!(stub.header("cache-control"), "public, max-age=300");
    let rest = visitor.get("/embed/session-1.js").await;
    assert!(rest.header("cache-control").contains("immutable"));
    for file in [stub, rest] {
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.header("access-control-allow-origin"), "*");
        assert_eq!(file.header("cross-origin-resource-policy"), "cross-origin");
    }
    let frame = visitor.get("/embed/session-details.html").await;
    let policy = frame.header("content-security-policy");
    let ancestors = "frame-ancestors https://bbb.example.fr https://lms.example.fr";
    assert!(policy.ends_with(ancestors), "{policy}");
    assert!(!policy.contains("unsafe-inline"));
    let known = "content=\"https://bbb.example.fr https://lms.example.fr\"";
    assert!(frame.body.contains(known), "{}", frame.body);
    let unknown = visitor.get("/embed/other.js").await;
    unknown.assert_problem(ProblemKind::NotFound);
}

#[tokio::test]
async fn a_page_that_the_browser_has_is_not_sent_again() {
    let (portal, _site) = portal().await;
    let visitor = portal.visitor();
    let tag = visitor.get("/").await.header("etag").to_owned();
    let again = Answer::of(visitor.bare(Method::GET, "/").header("if-none-match", tag)).await;
    assert_eq!((again.status, &*again.body), (StatusCode::NOT_MODIFIED, ""));
}

#[tokio::test]
async fn files_are_kept_for_ever_and_sent_as_the_browser_takes_them() {
    let (portal, _site) = portal().await;
    let visitor = portal.visitor();
    let ask = |encodings: &str| {
        Answer::of(
            visitor
                .bare(Method::GET, "/assets/app-1.js")
                .header("accept-encoding", encodings),
        )
    };
    for (encodings, body, encoding) in [
        ("gzip, deflate, br", "brotli", "br"),
        ("gzip", "gzip", "gzip"),
        ("br;q=1.0", "brotli", "br"),
        ("gzip;q=0, br", "brotli", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip", "gzip"),
        ("br;q=0, gzip;q=0", "start()", ""),
        ("identity", "start()", ""),
    ] {
        let file = ask(encodings).await;
        assert_eq!(
            (&*file.body, file.header("content-encoding")),
            (body, encoding)
        );
        assert!(file.header("cache-control").contains("immutable"));
        assert_eq!(file.header("vary"), "accept-encoding");
        assert_eq!(
            file.header("content-type"),
            "text/javascript; charset=utf-8"
        );
    }
    let wasm = visitor.get("/assets/app-1_bg.wasm").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn pages_are_sent_as_the_browser_takes_them() {
    let (portal, _site) = portal().await;
    for path in ["/", "/embed/session-details.html"] {
        for (encodings, encoding) in [
            ("gzip, deflate, br", "br"),
            ("br;q=1.0", "br"),
            ("gzip;q=0, br", "br"),
            ("GZIP", "gzip"),
            ("br;q=0.1, gzip;q=0.2", "gzip"),
            ("br; q=0, gzip;q=x", ""),
        ] {
            let page = portal.visitor().bare(Method::GET, path);
            let page = page.header("accept-encoding", encodings).send().await;
            let page = page.expect("an answer");
            let sent = page.headers().get("content-encoding");
            let sent = sent.map_or("", |value| value.to_str().expect("ASCII"));
            assert_eq!(sent, encoding, "{path}, {encodings}");
        }
    }
}

#[tokio::test]
async fn a_part_of_a_file_can_be_asked_for() {
    let (portal, _site) = portal().await;
    let visitor = portal.visitor();
    let ask = |range: &str| {
        let request = visitor.bare(Method::GET, "/assets/app-1.js");
        Answer::of(request.header("range", range.to_owned()))
    };
    let part = ask("bytes=2-4").await;
    assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        (&*part.body, part.header("content-range")),
        ("art", "bytes 2-4/7")
    );
    assert!(part.header("cache-control").contains("immutable"));
    let beyond = ask("bytes=100-").await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
}

#[tokio::test]
async fn a_file_that_the_browser_has_is_not_sent_again() {
    let (portal, _site) = portal().await;
    let visitor = portal.visitor();
    let file = visitor.get("/embed/session-details.js").await;
    let since = file.header("last-modified").to_owned();
    let again = visitor.bare(Method::GET, "/embed/session-details.js");
    let again = Answer::of(again.header("if-modified-since", since)).await;
    assert_eq!((again.status, &*again.body), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header("cache-control"), "public, max-age=300");
}

#[tokio::test]
async fn the_headers_of_pages_and_files_can_be_asked_for_alone() {
    let (portal, _site) = portal().await;
    for (path, content_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/embed/session-details.html", "text/html; charset=utf-8"),
        ("/assets/app-1.js", "text/javascript; charset=utf-8"),
    ] {
        let whole = portal.visitor().get(path).await;
        let headers = portal.visitor().send(Method::HEAD, path).await;
        assert_eq!((headers.status, &*headers.body), (StatusCode::OK, ""));
        assert_eq!(headers.header("content-type"), content_type);
        for name in ["cache-control", "content-security-policy", "etag"] {
            assert_eq!(headers.header(name), whole.header(name), "{path}, {name}");
        }
    }
}

#[tokio::test]
async fn the_service_worker_is_asked_for_anew_at_each_visit() {
    let (portal, _site) = portal().await;
    let script = portal.visitor().get("/service-worker.js").await;
    assert_eq!((script.status, &*script.body), (StatusCode::OK, "keep()"));
    assert_eq!(script.header("cache-control"), "no-cache");
    assert_eq!(
        script.header("content-security-policy"),
        "default-src 'none'; connect-src 'self'"
    );
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
}

#[tokio::test]
async fn nothing_outside_the_files_is_served() {
    let (portal, _site) = portal().await;
    for path in [
        "/assets/",
        "/assets/x.js",
        "/assets/app-1.js.br",
        "/assets/app-1.js.gz",
        "/assets/..%2Findex.html",
        "/assets/..%2Fembed/session-details.js",
        "/assets/app-1.js/x.js",
        "/assets/app-1.js%00.js",
        "/embed/",
        // The frame's page is rendered; as a file it would have neither its policy nor its texts.
        "/embed//session-details.html",
        "/embed/session-details%2Ehtml",
        "/favicon.ico",
        "/robots.txt",
        "/index.html",
        "/service-worker.js.br",
    ] {
        portal
            .visitor()
            .get(path)
            .await
            .assert_problem(ProblemKind::NotFound);
    }
    let posted = portal
        .visitor()
        .send(Method::POST, "/salles/nouvelle")
        .await;
    posted.assert_problem(ProblemKind::MethodNotAllowed);
}
