//! Plug-ins: third-party scripts that the conference page runs.
//!
//! `create` names manifests, which the server fetches. A plug-in that fails to load does not fail `create`: it
//! is stored with the reason, and clients do not get it. `remoteDataSources` are ignored: stock servers do not
//! serve them. Addresses of manifests may contain secrets, and are not logged. Source: BigBlueButton's
//! `PluginUtils` and `PluginModel`.

mod failure;
pub(crate) mod fetch;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
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

/// The real server's name of a plug-in without a readable manifest.
const UNIDENTIFIED: &str = "unidentified-plugin";

/// A requested plug-in.
pub(crate) struct Plugin {
    pub(crate) name: String,
    pub(crate) outcome: Result<LoadedPlugin, LoadFailure>,
}

/// A loaded plug-in.
pub(crate) struct LoadedPlugin {
    /// Its identifier within a page.
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

/// Fetches and validates the plug-ins of `plan`, one after the other.
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
