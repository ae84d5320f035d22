//! `insertDocument`: gives presentations to a meeting.

use std::time::Duration;

use serde::Serialize;

use super::request::Body;
use super::{Conference, ConferenceError};

/// A presentation that the conference server fetches.
// No `Debug`: the address is enough to fetch it.
pub struct Document {
    /// The address.
    pub url: String,
    /// The name, with the extension by which the server knows the type.
    pub name: String,
    /// Whether the meeting shows it at once.
    pub is_current: bool,
    /// Whether participants may download it.
    pub is_downloadable: bool,
}

/// The body of the call.
#[derive(Serialize)]
#[serde(rename = "modules")]
struct Modules<'a> {
    module: Module<'a>,
}

#[derive(Serialize)]
struct Module<'a> {
    #[serde(rename = "@name")]
    name: &'static str,
    document: Vec<DocumentElement<'a>>,
}

// All are stated, as documentation and servers have different defaults.
#[derive(Serialize)]
struct DocumentElement<'a> {
    #[serde(rename = "@url")]
    url: &'a str,
    #[serde(rename = "@filename")]
    filename: &'a str,
    #[serde(rename = "@current")]
    current: bool,
    #[serde(rename = "@downloadable")]
    downloadable: bool,
    #[serde(rename = "@removable")]
    removable: bool,
}

impl<'a> From<&'a Document> for DocumentElement<'a> {
    fn from(document: &'a Document) -> Self {
        Self {
            url: &document.url,
            filename: &document.name,
            current: document.is_current,
            downloadable: document.is_downloadable,
            removable: true,
        }
    }
}

impl Conference {
    /// Gives presentations to a meeting. The server does not say whether it can fetch and show each.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer within `timeout`, or refuses.
    pub async fn insert_documents(
        &self,
        meeting: &str,
        documents: &[Document],
        timeout: Duration,
    ) -> Result<(), ConferenceError> {
        let modules = Modules {
            module: Module {
                name: "presentation",
                document: documents.iter().map(DocumentElement::from).collect(),
            },
        };
        let xml = quick_xml::se::to_string(&modules)
            .map_err(|error| ConferenceError::Unreadable(error.to_string()))?;
        let url = self.signed("insertDocument", &[("meetingID", meeting)]);
        let body = Body::Xml { xml: &xml, timeout };
        self.ask("insertDocument", url, body).await.map(drop)
    }
}
