//! Plug-ins: which the server loads, what it says of the others, and what the page gets.

use parvis_sandbox::SandboxConfig;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::plugin_host::{PluginHost, manifest};
use crate::portal::{Portal, config};

/// Creates `conseil` with these manifests, and gives what is listed of the plug-ins.
async fn plugins(portal: &Portal, manifests: &str) -> Value {
    portal.create(&[("pluginManifests", manifests)]).await;
    portal.seen().await["plugins"].clone()
}

/// Checks that the plug-in is listed under that name, with a reason that contains `reason`, and
/// that no page is given it.
async fn check_not_loaded(manifests: &str, name: &str, reason: &str) {
    let portal = Portal::start().await;
    let listed = plugins(&portal, manifests).await;
    assert_eq!(listed[0]["name"], name, "{listed}");
    let told = listed[0]["load_failure_reason"].as_str().expect("a reason");
    assert!(told.contains(reason), "{told}");
    assert!(!told.contains("http"), "{told}");
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let html = page.html().await;
    assert!(html.contains("data-plugins=\"[]\""), "{html}");
}

#[tokio::test]
async fn a_plugin_with_the_right_checksum_reaches_the_page_and_its_policy() {
    let host = PluginHost::start(&manifest(&json!({ "settingsSchema": [] }))).await;
    let portal = Portal::start().await;
    let order = json!([{ "url": host.url(), "checksum": host.checksum() }]).to_string();
    assert_eq!(
        plugins(&portal, &order).await,
        json!([{ "name": "Overlay", "load_failure_reason": null }])
    );

    let page = portal.join_as(&portal.browser, "Noé", "VIEWER").await;
    let response = portal.get(&page.url).await;
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .expect("text")
        .to_owned();
    let origin = &host.origin;
    for directive in [
        format!("script-src 'self' 'wasm-unsafe-eval' {origin};"),
        format!("connect-src 'self' {origin};"),
        format!("frame-src {origin};"),
    ] {
        assert!(policy.contains(&directive), "{directive} in {policy}");
    }
    let html = response.text().await.expect("text");
    let script = format!("&quot;url&quot;:&quot;{origin}/plugin/overlay.js&quot;");
    assert!(html.contains(&script), "{html}");
    assert!(
        html.contains("&quot;name&quot;:&quot;Overlay&quot;"),
        "{html}"
    );
}

#[tokio::test]
async fn a_wrong_checksum_keeps_a_plugin_out() {
    let host = PluginHost::start(&manifest(&json!({}))).await;
    for checksum in ["0".repeat(64), host.checksum().to_uppercase()] {
        let order = json!([{ "url": host.url(), "checksum": checksum }]).to_string();
        check_not_loaded(&order, "unidentified-plugin", "checksum").await;
    }
}

#[tokio::test]
async fn a_plugin_for_another_sdk_is_kept_out() {
    let host = PluginHost::start(&manifest(&json!({ "requiredSdkVersion": "~0.1.0" }))).await;
    let reason = "system SDK version [0.0.95] does not satisfy plugin requirement [~0.1.0]";
    check_not_loaded(&host.order(), "Overlay", reason).await;
}

#[tokio::test]
async fn a_manifest_without_what_it_must_have_is_kept_out() {
    let host = PluginHost::start(&manifest(&json!({ "requiredSdkVersion": null }))).await;
    check_not_loaded(&host.order(), "Overlay", "requiredSdkVersion").await;
}

#[tokio::test]
async fn a_placeholder_without_value_keeps_a_plugin_out() {
    let script = json!({ "javascriptEntrypointUrl": "${plugin_Overlay_script}" });
    let host = PluginHost::start(&manifest(&script)).await;
    check_not_loaded(&host.order(), "Overlay", "plugin_Overlay_script").await;
}

#[tokio::test]
async fn placeholders_are_filled_in_from_create() {
    let script = "${meta_Folder}/${plugin_Overlay_script}${meta_query:?v=1}";
    let host = PluginHost::start(&manifest(&json!({ "javascriptEntrypointUrl": script }))).await;
    let portal = Portal::start().await;
    let parameters = [("meta_folder", "v2"), ("plugin_Overlay_script", "a.js")];
    host.create(&portal, &parameters).await;
    let page = portal.join_as(&portal.browser, "Noé", "VIEWER").await;
    let html = page.html().await;
    assert!(html.contains("/plugin/v2/a.js?v=1&quot;"), "{html}");
}

#[tokio::test]
async fn an_unreachable_manifest_or_an_unreadable_list_does_not_keep_the_meeting_from_starting() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let order = json!([{ "url": format!("http://{address}/manifest.json") }]).to_string();
    check_not_loaded(&order, "unidentified-plugin", "cannot be fetched").await;
    check_not_loaded("{", "unidentified-plugin", "pluginManifests").await;

    let host = PluginHost::start(&manifest(&json!({}))).await;
    let order = json!([{ "url": format!("{}/none", host.origin) }]).to_string();
    check_not_loaded(&order, "unidentified-plugin", "404").await;
}

#[tokio::test]
async fn one_bad_plugin_does_not_keep_out_the_next() {
    let host = PluginHost::start(&manifest(&json!({}))).await;
    let portal = Portal::start().await;
    let order = json!([{ "url": "nowhere" }, { "url": host.url() }]).to_string();
    let listed = plugins(&portal, &order).await;
    assert!(listed[0]["load_failure_reason"].is_string(), "{listed}");
    assert_eq!(listed[1]["load_failure_reason"], json!(null));
}

#[tokio::test]
async fn a_repeated_create_fetches_nothing() {
    let host = PluginHost::start(&manifest(&json!({}))).await;
    let portal = Portal::start().await;
    host.create(&portal, &[]).await;
    host.create(&portal, &[]).await;
    assert_eq!(host.fetches(), 1);
}

#[tokio::test]
async fn an_older_server_tells_no_sdk_and_loads_nothing() {
    let host = PluginHost::start(&manifest(&json!({}))).await;
    let portal = Portal::start_with(SandboxConfig {
        plugin_sdk_version: None,
        ..config()
    })
    .await;
    let version = portal.get(&portal.url("/bigbluebutton/api")).await;
    let version = version.text().await.expect("text");
    assert!(!version.contains("html5PluginSdkVersion"), "{version}");
    assert_eq!(plugins(&portal, &host.order()).await, json!([]));
    assert_eq!(host.fetches(), 0);
}
