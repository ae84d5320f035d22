//! The name under which a person joins, and its field.

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::join::{NameSuffix, ParticipantName};
use parvis_ui::TextField;
use reactive_stores::Store;

use super::change_account::ChangeAccount;
use super::forget_name::ForgetName;
use super::remembered::NAME_ID;
use crate::i18n::guests::{compose, say};

/// Where the name of a person who joins comes from.
#[derive(Clone, PartialEq)]
pub enum NameSource {
    /// The person types it.
    Typed,
    /// It is the name of their account: the owner.
    Owner(String),
    /// The identity provider has verified it, and the person may add a suffix.
    Verified(String),
}

impl NameSource {
    /// The name that others will see, and the text that is sent to the backend.
    pub fn parse(&self, typed: &str) -> Result<(String, String), FieldReason> {
        match self {
            Self::Typed => {
                let name = String::from(ParticipantName::parse(typed)?);
                Ok((name.clone(), name))
            }
            Self::Owner(name) => Ok((name.clone(), String::new())),
            Self::Verified(name) if typed.trim().is_empty() => Ok((name.clone(), String::new())),
            Self::Verified(name) => Ok((name.clone(), NameSuffix::parse(typed)?.into())),
        }
    }

    fn max_length(&self) -> usize {
        match self {
            Self::Verified(_) => NameSuffix::MAX,
            Self::Typed | Self::Owner(_) => ParticipantName::MAX,
        }
    }
}

/// The field for the name or its suffix, or the name itself if it is fixed.
#[component]
pub fn NameField(
    name_source: NameSource,
    name: Store<String>,
    name_error: RwSignal<Option<FieldReason>>,
) -> impl IntoView {
    let max = name_source.max_length();
    let hint = compose(move |texts| texts.shared().at_most(max));
    let error = compose(move |texts| match name_error.get() {
        Some(reason) => texts.participant_name_error(reason, max),
        None => String::new(),
    });
    match name_source {
        NameSource::Typed => view! {
            <TextField
                id=NAME_ID
                label=say(GuestTexts::your_name)
                hint
                value=name
                error
                autocomplete="name"
            />
            <ForgetName name />
        }
        .into_any(),
        NameSource::Owner(name) => {
            let as_whom = compose(move |texts| texts.joins_under(&name));
            view! { <p>{as_whom}</p> }.into_any()
        }
        NameSource::Verified(verified) => {
            let as_whom = compose(move |texts| texts.joins_under(&verified));
            view! {
                <div>{as_whom} " " <ChangeAccount /></div>
                <TextField
                    id=NAME_ID
                    label=say(GuestTexts::name_suffix)
                    hint
                    value=name
                    error
                    autocomplete="off"
                    optional=true
                />
            }
            .into_any()
        }
    }
}
