//! Plug-ins of a meeting: scripts of others that the client page runs.
//!
//! `create` names manifests, which the server fetches itself. A plug-in that cannot be loaded
//! never makes `create` fail: it is kept with the reason, and no client is given it. Their
//! `remoteDataSources` are passed over: stock servers have nothing that serves them. Addresses of manifests
//! may hold secrets, and are never logged or told. Source:
//! BigBlueButton's `PluginUtils` and `PluginModel`.

mod failure;
pub(crate) mod fetch;
mod manifest;
mod placeholder;
mod sdk;

use serde::Deserialize;
use url::Url;

use crate::conference::plan::MeetingPlan;
use crate::random;
use failure::LoadFailure;
use fetch::Fetcher;
use manifest::Template;

/// What the real server calls a plug-in whose manifest it could not read.
const UNIDENTIFIED: &str = "unidentified-plugin";

/// A plug-in that `create` asked for.
pub(crate) struct Plugin {
    pub(crate) name: String,
    pub(crate) outcome: Result<LoadedPlugin, LoadFailure>,
}

/// A plug-in that clients are given.
pub(crate) struct LoadedPlugin {
    /// What tells it apart in a page.
    pub(crate) uuid: String,
    pub(crate) script: Url,
}

/// An entry of the parameter `pluginManifests`.
#[derive(Deserialize)]
struct Order {
    url: String,
    #[serde(default)]
    checksum: String,
}

/// Fetches and checks the plug-ins that `plan` asks for, one after the other.
pub(crate) async fn load(fetcher: &Fetcher, sdk_version: &str, plan: &MeetingPlan) -> Vec<Plugin> {
    let Some(orders) = plan.parameter("pluginManifests") else {
        return Vec::new();
    };
    let Ok(orders) = serde_json::from_str::<Vec<Order>>(orders) else {
        return vec![Plugin::failed(UNIDENTIFIED.to_owned(), LoadFailure::Order)];
    };
    let mut plugins = Vec::with_capacity(orders.len());
    for order in orders {
        let plugin = load_one(fetcher, sdk_version, plan, &order).await;
        if let Err(reason) = &plugin.outcome {
            tracing::warn!(plugin = plugin.name, %reason, "plug-in not loaded");
        }
        plugins.push(plugin);
    }
    plugins
}

async fn load_one(
    fetcher: &Fetcher,
    sdk_version: &str,
    plan: &MeetingPlan,
    order: &Order,
) -> Plugin {
    let template = match fetch_template(fetcher, order).await {
        Ok(template) => template,
        Err(failure) => return Plugin::failed(UNIDENTIFIED.to_owned(), failure),
    };
    let manifest = template.fill_in(plan, sdk_version);
    Plugin {
        name: template.name,
        outcome: manifest.map(|manifest| LoadedPlugin {
            uuid: random::uuid(),
            script: manifest.script,
        }),
    }
}

async fn fetch_template(fetcher: &Fetcher, order: &Order) -> Result<Template, LoadFailure> {
    let url = Url::parse(&order.url).map_err(|_| LoadFailure::Unreachable)?;
    let answer = fetcher.get(url).await.ok_or(LoadFailure::Unreachable)?;
    if !answer.status.is_success() {
        return Err(LoadFailure::Status(answer.status.as_u16()));
    }
    Template::read(&order.url, answer.body, &order.checksum)
}

impl Plugin {
    fn failed(name: String, failure: LoadFailure) -> Self {
        Self {
            name,
            outcome: Err(failure),
        }
    }
}
