//! Plug-in manifests (`manifest.json`): parsing, and filling placeholders for one meeting.

use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

use super::failure::LoadFailure;
use super::{placeholder, sdk};
use crate::conference::plan::MeetingPlan;

/// A fetched manifest with placeholders.
pub(super) struct Template {
    pub(super) name: String,
    /// The address of the manifest's folder.
    folder: String,
    text: String,
}

/// A complete, validated manifest.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) script: Url,
}

/// The known keys; others are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenManifest {
    required_sdk_version: Option<String>,
    javascript_entrypoint_url: Option<String>,
}

impl Template {
    /// Parses the response from `url`. An empty `checksum` is ignored. The text has to be valid JSON before the
    /// placeholders are filled, as the name is read before.
    pub(super) fn read(url: &str, text: Vec<u8>, checksum: &str) -> Result<Self, LoadFailure> {
        if !checksum.is_empty() && checksum != format!("{:x}", Sha256::digest(&text)) {
            return Err(LoadFailure::Checksum);
        }
        let text = String::from_utf8(text).map_err(|_| LoadFailure::Form("not UTF-8"))?;
        let json: Value = serde_json::from_str(&text).map_err(|_| LoadFailure::Form("not JSON"))?;
        let name = json["name"]
            .as_str()
            .filter(|name| !name.is_empty())
            .ok_or(LoadFailure::FieldMissing("name"))?;
        Ok(Self {
            name: name.to_owned(),
            folder: url
                .rsplit_once('/')
                .map_or(String::new(), |(folder, _)| format!("{folder}/")),
            text,
        })
    }

    /// The manifest of one meeting.
    pub(super) fn fill_in(
        &self,
        plan: &MeetingPlan,
        sdk_version: &str,
    ) -> Result<Manifest, LoadFailure> {
        let text = placeholder::fill_in(&self.text, &self.name, plan)?;
        let written: WrittenManifest = serde_json::from_str(&text)
            .map_err(|_| LoadFailure::Form("a key has a value of another type"))?;
        let required = written
            .required_sdk_version
            .ok_or(LoadFailure::FieldMissing("requiredSdkVersion"))?;
        sdk::check(sdk_version, &required)?;
        let script = written
            .javascript_entrypoint_url
            .ok_or(LoadFailure::FieldMissing("javascriptEntrypointUrl"))?;
        Ok(Manifest {
            script: self.script_address(&script)?,
        })
    }

    /// Addresses are concatenated, like on the real server: `/x.js` is in the folder, too.
    fn script_address(&self, written: &str) -> Result<Url, LoadFailure> {
        let is_absolute = written.starts_with("http://") || written.starts_with("https://");
        let folder = if is_absolute { "" } else { &self.folder };
        Url::parse(&format!("{folder}{written}")).map_err(|_| LoadFailure::ScriptAddress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Parameters;

    const URL: &str = "http://portal.test/plugin/v1/manifest.json?key=secret";

    fn read(manifest: &str) -> Result<Manifest, LoadFailure> {
        let plan = MeetingPlan::read(&Parameters::parse(b"meetingID=ab&name=Conseil"));
        let template = Template::read(URL, manifest.into(), "")?;
        template.fill_in(&plan.expect("a plan"), "0.0.95")
    }

    #[track_caller]
    fn check_script(written: &str, expect: &str) {
        let manifest = format!(
            r#"{{"name":"Overlay","requiredSdkVersion":"~0.0.95","unknown":1,"javascriptEntrypointUrl":"{written}"}}"#
        );
        let script = read(&manifest).expect("a manifest").script;
        assert_eq!(script.as_str(), expect);
    }

    #[test]
    fn relative_addresses_lie_in_the_folder_of_the_manifest() {
        check_script("overlay.js", "http://portal.test/plugin/v1/overlay.js");
        check_script("https://a.test/x.js", "https://a.test/x.js");
    }

    #[test]
    fn what_is_missing_is_named() {
        for (manifest, failure) in [
            ("[]", LoadFailure::FieldMissing("name")),
            ("{", LoadFailure::Form("not JSON")),
            (r#"{"name":""}"#, LoadFailure::FieldMissing("name")),
            (
                r#"{"name":"Overlay"}"#,
                LoadFailure::FieldMissing("requiredSdkVersion"),
            ),
            (
                r#"{"name":"Overlay","requiredSdkVersion":"~0.0.77"}"#,
                LoadFailure::FieldMissing("javascriptEntrypointUrl"),
            ),
            (
                r#"{"name":"Overlay","javascriptEntrypointUrl":[]}"#,
                LoadFailure::Form("a key has a value of another type"),
            ),
        ] {
            assert_eq!(read(manifest).err(), Some(failure), "{manifest}");
        }
    }
}
