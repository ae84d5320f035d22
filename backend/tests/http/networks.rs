//! Professional networks: who is informed of their security policy.

use parvis_contract::bootstrap::Bootstrap;
use reqwest::Method;

use crate::support::{Answer, Portal};

async fn is_told(variables: &[(&str, &str)], forwarded_for: &str) -> bool {
    let portal = Portal::builder().variables(variables).start().await;
    let visitor = portal.visitor();
    let request = visitor
        .bare(Method::GET, "/api/v1/bootstrap")
        .header("x-forwarded-for", forwarded_for);
    let told: Bootstrap = Answer::of(request).await.json();
    told.on_professional_network
}

#[tokio::test]
async fn visitors_from_a_professional_network_are_told_and_no_others() {
    assert!(!is_told(&[], "").await);
    assert!(is_told(&[("PARVIS_RIE_NETWORKS", "*")], "").await);
    assert!(is_told(&[("PARVIS_RIE_NETWORKS", "10.0.0.0/8, 127.0.0.0/8")], "").await);
    assert!(!is_told(&[("PARVIS_RIE_NETWORKS", "10.0.0.0/8")], "").await);
}

#[tokio::test]
async fn only_a_trusted_proxy_is_believed_about_where_a_visitor_comes_from() {
    let networks = ("PARVIS_RIE_NETWORKS", "10.0.0.0/8");
    assert!(!is_told(&[networks], "10.1.2.3").await);
    let proxies = ("PARVIS_TRUSTED_PROXIES", "127.0.0.1");
    assert!(is_told(&[networks, proxies], "10.1.2.3").await);
    assert!(!is_told(&[networks, proxies], "10.1.2.3, 192.0.2.1").await);
}
