//! The form that adds a delegate.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use parvis_contract::email::{EmailAddress, LONGEST_EMAIL};
use parvis_contract::field::FieldReason;
use parvis_ui::{Labelled, SubmitButton, TextInput, focus_on, focus_on_heading_soon, spawn};

use super::list::Delegates;
use crate::api::ApiError;
use crate::i18n::Text;
use crate::i18n::delegates::{DelegateTexts, compose, say};
use crate::i18n::forms::FormTexts;
use crate::problem_alert::ProblemIfAny;

const EMAIL_ID: &str = "delegate-email";

/// Adds a delegate by an e-mail address. After a refusal the address stays in the field.
#[component]
pub fn AddForm(
    delegates: Delegates,
    /// The address.
    typed: RwSignal<String>,
) -> impl IntoView {
    let refused = RwSignal::new(None::<FieldReason>);
    let problem = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let refuse = move |reason: FieldReason| {
        refused.set(Some(reason));
        focus_on(EMAIL_ID);
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        refused.set(None);
        let email = match EmailAddress::parse(&typed.get_untracked()) {
            Ok(email) => email.as_typed().to_owned(),
            Err(reason) => return refuse(reason.into()),
        };
        busy.set(true);
        spawn(async move {
            let result = delegates.add(&email).await;
            // The page may have been left.
            if busy.try_set(false).is_some() {
                return;
            }
            match result {
                // What was typed meanwhile stays.
                Ok(()) => typed.update(|typed| {
                    if typed.trim() == email {
                        typed.clear();
                    }
                }),
                Err(error) => match error.field_reason("email") {
                    Some(reason) => return refuse(reason),
                    None => problem.set(Some(error)),
                },
            }
            request_animation_frame(|| {
                // With the last delegate, the form has been removed.
                if !focus_on(EMAIL_ID) {
                    focus_on_heading_soon();
                }
            });
        });
    };
    let error: Text = compose(move |texts| match refused.get() {
        None => String::new(),
        Some(FieldReason::Empty) => texts.email_missing().to_owned(),
        Some(FieldReason::OwnAddress) => texts.own_address().to_owned(),
        Some(FieldReason::TooLong) => FormTexts(texts.0).too_long(LONGEST_EMAIL),
        Some(_) => texts.not_an_email().to_owned(),
    });
    view! {
        <form class="delegate-form" novalidate on:submit=add>
            <Labelled
                id=EMAIL_ID.to_owned()
                label=say(DelegateTexts::email)
                hint=say(DelegateTexts::email_detail)
                error
            >
                <div class="delegate-form__line">
                    <TextInput
                        id=EMAIL_ID.to_owned()
                        value=typed.into()
                        on_input=move |text| typed.set(text)
                        error
                        has_hint=true
                        kind="email"
                        inputmode="email"
                        autocomplete="off"
                    />
                    <SubmitButton busy text=say(DelegateTexts::add) />
                </div>
            </Labelled>
            <ProblemIfAny what=say(DelegateTexts::not_added) error=problem />
        </form>
    }
}
