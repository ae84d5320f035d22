//! Errors of loading a plug-in.

/// The reason for tests and logs, without addresses and values, which may contain secrets.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LoadFailure {
    #[error("pluginManifests is not a JSON list of objects with a url")]
    Order,
    #[error("The manifest cannot be fetched")]
    Unreachable,
    #[error("The manifest cannot be fetched: its host answered {0}")]
    Status(u16),
    #[error("The checksum of the manifest does not match")]
    Checksum,
    #[error("The manifest is not of the form of a manifest: {0}")]
    Form(&'static str),
    /// The text is the name in the placeholder.
    #[error("{0} not found in URL parameters")]
    PlaceholderMissing(String),
    #[error("{0} is malformed, please provide a valid one")]
    PlaceholderMalformed(String),
    #[error("The manifest has no {0}")]
    FieldMissing(&'static str),
    #[error("requiredSdkVersion [{0}] is not a range of versions")]
    SdkRange(String),
    #[error("system SDK version [{actual}] does not satisfy plugin requirement [{required}]")]
    SdkVersion { actual: String, required: String },
    #[error("javascriptEntrypointUrl is not an http or https address")]
    ScriptAddress,
}
