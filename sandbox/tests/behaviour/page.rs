//! The conference page: what it shows, its policy, its buttons.

use parvis_sandbox::SandboxConfig;
use serde_json::json;

use crate::portal::{Portal, config, location};

#[tokio::test]
async fn the_page_names_the_meeting_where_the_overlay_looks_for_it() {
    let portal = Portal::start().await;
    portal
        .create(&[("logoutURL", "http://portal.test/after")])
        .await;
    let page = portal
        .join_as(&portal.browser, "Alix <b>", "MODERATOR")
        .await;
    let _events = page.connect().await;
    let html = page.html().await;
    assert!(
        html.contains(
            "<div id=\"Navbar\"><h1 id=\"presentationTitle\" data-test=\"presentationTitle\">\
             <span>Conseil de classe</span><span aria-hidden=\"true\"></span></h1></div>"
        ),
        "{html}"
    );
    assert!(html.contains("<ul aria-label=\"Participants\""), "{html}");
    assert!(
        html.contains("<li>Alix &lt;b&gt; – Modérateur</li>"),
        "{html}"
    );
    assert!(html.contains("Terminer la réunion"), "{html}");
}

#[tokio::test]
async fn the_policy_allows_nothing_inline_and_names_where_the_buttons_lead() {
    let portal = Portal::start().await;
    portal
        .create(&[("logoutURL", "http://portal.test/after")])
        .await;
    let page = portal.join_as(&portal.browser, "Noé", "VIEWER").await;
    let response = portal.get(&page.url).await;
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(policy.contains("default-src 'none'"), "{policy}");
    assert!(
        policy.contains("form-action 'self' http://portal.test;"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    let html = response.text().await.expect("text");
    assert!(
        !html.contains("style=") && !html.contains("<script>"),
        "{html}"
    );
    assert!(!html.contains("Terminer la réunion"), "{html}");
    for path in [
        "/html5client/client.css",
        "/html5client/client.js",
        "/html5client/icon.svg",
    ] {
        assert_eq!(portal.get(&portal.url(path)).await.status(), 200, "{path}");
    }
}

#[tokio::test]
async fn the_welcome_text_is_filled_in_filtered_and_footed() {
    let footer = "<i>Pied</i>".to_owned();
    let portal = Portal::start_with(SandboxConfig {
        welcome_footer: footer,
        ..config()
    })
    .await;
    portal
        .create(&[
            ("voiceBridge", "123456789"),
            ("dialNumber", "+33 1 23 45 67 89"),
            (
                "welcome",
                "<p>%%CONFNAME%%</p> <b>%%DIALNUM%%</b> %%CONFNUM%% \
                 <a href=\"http://a.test\">http</a><script>alert(1)</script>",
            ),
            (
                "moderatorOnlyMessage",
                "<strong>Code</strong><div onclick=\"x()\">411</div>",
            ),
        ])
        .await;
    let welcome = "Conseil de classe <b>+33 1 23 45 67 89</b> 123 456 789 \
        <a target=\"_blank\" rel=\"noopener noreferrer\">http</a><br><br><i>Pied</i>";
    let message = "<strong>Code</strong>411";
    let moderator = portal
        .join_as(&portal.browser, "Alix", "MODERATOR")
        .await
        .html()
        .await;
    assert!(
        moderator.contains(welcome) && moderator.contains(message),
        "{moderator}"
    );
    let viewer = portal
        .join_as(&portal.browser, "Noé", "VIEWER")
        .await
        .html()
        .await;
    assert!(
        viewer.contains(welcome) && !viewer.contains(message),
        "{viewer}"
    );
}

#[tokio::test]
async fn leaving_closes_the_session_and_leads_to_the_portal() {
    let portal = Portal::start().await;
    portal
        .create(&[("logoutURL", "http://portal.test/after")])
        .await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let mut events = page.connect().await;
    let response = page.press("leave", &[]).await;
    assert_eq!(location(&response), "http://portal.test/after");
    assert_eq!(events.next("ended").await, "http://portal.test/after");
    assert_eq!(portal.seen().await["participants"], json!([]));
    assert_eq!(portal.get(&page.url).await.status(), 403);
}

#[tokio::test]
async fn without_an_address_or_with_an_odd_one_leaving_leads_to_our_own_page() {
    let portal = Portal::start().await;
    portal.create(&[("logoutURL", "javascript:alert(1)")]).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let url = location(&page.press("leave", &[]).await);
    assert_eq!(url, portal.url("/html5client/left"));
    let html = portal.get(&url).await.text().await.expect("text");
    assert!(html.contains("Vous avez quitté la réunion"));
}

#[tokio::test]
async fn an_open_page_follows_who_comes_and_goes() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let alix = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let noe = portal.join_as(&portal.browser, "Noé", "VIEWER").await;
    let mut events = alix.connect().await;
    assert!(!events.next("people").await.contains("Noé"));
    let noe_events = noe.connect().await;
    events
        .next_that("people", |people| people.contains("Noé"))
        .await;
    drop(noe_events);
    events
        .next_that("people", |people| !people.contains("Noé"))
        .await;
}
