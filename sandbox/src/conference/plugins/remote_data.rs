//! Data that a plug-in's own server gives, asked for by the conference server: it knows the
//! person's role, and the page never sees the address.

use url::Url;

use super::fetch::{Fetched, Fetcher};
use super::manifest::{FetchMode, WrittenSource};
use crate::conference::person::Role;

/// A data source of a loaded plug-in.
pub(crate) struct RemoteSource {
    pub(crate) name: String,
    permissions: Vec<String>,
    content: Content,
}

/// How the data come. `None` is a source that cannot be reached.
#[derive(Clone)]
pub(crate) enum Content {
    Kept(Option<Fetched>),
    OnDemand(Option<Url>),
}

impl RemoteSource {
    /// Opens a source, which asks it where it is to be asked only once. The real server does not
    /// resolve these addresses: a relative one leads nowhere.
    pub(super) async fn open(source: WrittenSource, fetcher: &Fetcher) -> Self {
        let url = Url::parse(&source.url).ok();
        let content = match (source.fetch_mode, url) {
            (FetchMode::OnDemand, url) => Content::OnDemand(url),
            (FetchMode::OnMeetingCreate, Some(url)) => Content::Kept(fetcher.get(url).await),
            (FetchMode::OnMeetingCreate, None) => Content::Kept(None),
        };
        Self {
            name: source.name,
            permissions: source.permissions,
            content,
        }
    }

    /// Whether someone with that role may read it. Every moderator may be the presenter.
    pub(crate) fn is_open_to(&self, role: Role) -> bool {
        self.permissions
            .iter()
            .any(|word| match word.to_ascii_lowercase().as_str() {
                "moderator" | "presenter" => role == Role::Moderator,
                "viewer" | "all" => true,
                _ => false,
            })
    }

    /// What is to be read, to be taken away from under the lock.
    pub(crate) fn content(&self) -> Content {
        self.content.clone()
    }
}

impl Content {
    /// The data, where they can be had.
    pub(crate) async fn read(self, fetcher: &Fetcher) -> Option<Fetched> {
        match self {
            Self::Kept(answer) => answer,
            Self::OnDemand(url) => fetcher.get(url?).await,
        }
    }
}
