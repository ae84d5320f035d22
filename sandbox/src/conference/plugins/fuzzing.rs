//! Plug-ins without a network, for the fuzz targets.

use super::manifest::Template;
use super::{Order, Url};
use crate::conference::plan::MeetingPlan;
use crate::parameters::Parameters;

/// Loads the plug-ins of a call of `create`, whose manifests all have this text; returns the address of each one's
/// script, or why it is not loaded.
///
/// # Errors
///
/// When the server refuses the call, or cannot read which plug-ins it names.
pub fn load(
    create: &[u8],
    manifest: &[u8],
    sdk_version: &str,
) -> Result<Vec<Result<Url, String>>, String> {
    let plan =
        MeetingPlan::read(&Parameters::parse(create)).map_err(|refused| refused.to_string())?;
    let Some(orders) = plan.parameter("pluginManifests") else {
        return Ok(Vec::new());
    };
    let orders: Vec<Order> = serde_json::from_str(orders).map_err(|error| error.to_string())?;
    let script = |order: &Order| {
        Template::read(&order.url, manifest.to_owned(), &order.checksum)?
            .fill_in(&plan, sdk_version)
            .map(|manifest| manifest.script)
    };
    let scripts = orders
        .iter()
        .map(|order| script(order).map_err(|failure| failure.to_string()));
    Ok(scripts.collect())
}
