//! State of the whole visit: the instance, and who is signed in. Signing in and out reload the document, so
//! that it never changes.

use leptos::prelude::*;
use parvis_contract::account::Account;
use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::instance::{Instance, Theme};

/// The instance and the signed-in account: a context of the app.
#[derive(Clone, Copy)]
pub struct Portal(StoredValue<PortalState>);

struct PortalState {
    instance: Instance,
    on_professional_network: bool,
    account: Option<Account>,
}

impl Portal {
    /// Takes the state from the bootstrap response.
    pub fn new(bootstrap: &Bootstrap) -> Self {
        Self(StoredValue::new(PortalState {
            instance: bootstrap.instance.clone(),
            on_professional_network: bootstrap.on_professional_network,
            account: bootstrap.account.clone(),
        }))
    }

    /// Reads the instance from the document, in case the bootstrap request failed.
    pub fn from_document() -> Self {
        let content = |name: &str| {
            let selector = format!("meta[name={name}]");
            let meta = document().query_selector(&selector).ok().flatten();
            meta.and_then(|meta| meta.get_attribute("content"))
                .unwrap_or_default()
        };
        let root = document().document_element();
        let theme = root.and_then(|root| root.get_attribute("data-theme"));
        let instance = Instance {
            service_name: content("application-name"),
            tagline: content("description"),
            mark: content("parvis-mark")
                .split('|')
                .map(str::to_owned)
                .collect(),
            logo: content("parvis-logo"),
            theme: if theme.as_deref() == Some("state") {
                Theme::State
            } else {
                Theme::Neutral
            },
            ..Instance::default()
        };
        Self(StoredValue::new(PortalState {
            instance,
            on_professional_network: false,
            account: None,
        }))
    }

    /// The state from the context.
    pub fn get() -> Self {
        expect_context()
    }

    /// Reads from the instance's configuration.
    pub fn instance<T>(self, read: impl FnOnce(&Instance) -> T) -> T {
        self.0.with_value(|state| read(&state.instance))
    }

    /// Whether the visitor's network is a professional network of the state.
    pub fn on_professional_network(self) -> bool {
        self.0.with_value(|state| state.on_professional_network)
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(self) -> bool {
        self.0.with_value(|state| state.account.is_some())
    }

    /// The name of the signed-in account.
    pub fn account_name(self) -> Option<String> {
        self.0
            .with_value(|state| state.account.as_ref().map(|account| account.name.clone()))
    }
}

/// The chunk to preload for links to the home page; visitors have no rooms.
pub fn rooms_chunk() -> Option<&'static str> {
    Portal::get().is_signed_in().then_some("rooms")
}
