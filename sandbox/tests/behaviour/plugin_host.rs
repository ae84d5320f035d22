//! The server of a plug-in, as the tests need it: a manifest that counts who fetches it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::portal::Portal;

/// A host with one manifest, which serves until the test is over.
pub struct PluginHost {
    pub origin: String,
    manifest: String,
    /// How often the manifest was fetched.
    fetches: Arc<AtomicU32>,
}

impl PluginHost {
    /// A host whose manifest is `manifest`. In it, `ORIGIN` becomes the host's own.
    pub async fn start(manifest: &Value) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let origin = format!("http://{address}");
        let host = Self {
            manifest: manifest.to_string().replace("ORIGIN", &origin),
            origin,
            fetches: Arc::default(),
        };
        let router = host.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        host
    }

    fn router(&self) -> Router {
        let (manifest, fetches) = (self.manifest.clone(), Arc::clone(&self.fetches));
        let serve_manifest = async move || {
            fetches.fetch_add(1, Ordering::Relaxed);
            manifest
        };
        Router::new().route("/plugin/manifest.json", get(serve_manifest))
    }

    pub fn fetches(&self) -> u32 {
        self.fetches.load(Ordering::Relaxed)
    }

    /// The checksum of the manifest.
    pub fn checksum(&self) -> String {
        format!("{:x}", Sha256::digest(&self.manifest))
    }

    pub fn url(&self) -> String {
        format!("{}/plugin/manifest.json?key=secret", self.origin)
    }

    /// The parameter of `create` that names the manifest.
    pub fn order(&self) -> String {
        json!([{ "url": self.url() }]).to_string()
    }

    /// Creates `conseil` with the plug-in and these further parameters.
    pub async fn create(&self, portal: &Portal, further: &[(&str, &str)]) {
        let order = self.order();
        let mut pairs = vec![("pluginManifests", order.as_str())];
        pairs.extend(further);
        portal.create(&pairs).await;
    }
}

/// The least that loads, with these further keys.
pub fn manifest(further: &Value) -> Value {
    let mut manifest = json!({
        "requiredSdkVersion": ">=0.0.59 & <0.2.0",
        "name": "Overlay",
        "javascriptEntrypointUrl": "overlay.js",
    });
    let (Some(all), Some(further)) = (manifest.as_object_mut(), further.as_object()) else {
        panic!("a manifest is an object");
    };
    all.extend(further.clone());
    manifest
}
