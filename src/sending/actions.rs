//! Ways to send the invitation, independent of each other.

use crate::i18n::sending::SendingTexts;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use parvis_ui::clipboard::rich;
use parvis_ui::{Alert, AlertKind, Button, Copier, CopyButton, FoldOut, dynamic, spawn};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::choices::InvitationChoices;
use super::mail::Mail;
use super::parts::{calendar_link, part, qr_image};
use super::when::needs_date;
use crate::i18n::sending::{compose, say, texts};
use crate::i18n::{I18n, Text};

/// Copy, mail, calendar, share and print.
#[component]
pub fn Actions(choices: InvitationChoices) -> impl IntoView {
    let message = choices.message;
    let copy_with = Copier::new(move |button| {
        Box::pin(async move {
            let (plain, html) = message.with_untracked(|message| (message.text(), message.html()));
            rich::copy(&plain, &html, &button).await
        })
    });
    let value: Text = Signal::derive(move || message.with(super::message::Message::text));
    let i18n = I18n::get();
    let mail = Memo::new(move |_| {
        let texts = texts(i18n);
        message.with(|message| Mail::of(message, texts.mail_note()))
    });
    let shortened = dynamic(move || {
        let detail = compose(move |texts| {
            mail.with(|mail| texts.left_out_of_mail(mail.is_subject_cut, &mail.left_out))
        });
        if mail.with(Mail::is_shortened) {
            view! { <p class="fr-hint-text sending__needs">{detail}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    let has_date = Memo::new(move |_| choices.span.with(Option::is_some));
    let calendar = dynamic(move || {
        if has_date.get() {
            part(calendar_link)
        } else {
            needs_date()
        }
    });
    let print = Callback::new(|()| {
        // A browser that cannot print opens no dialog, which the person sees.
        let _ = window().print();
    });
    view! {
        <div class="sending__actions">
            <CopyButton what=say(SendingTexts::the_invitation) value copy_with />
            <a
                class="fr-btn fr-btn--secondary fr-btn--sm"
                href=move || mail.with(|mail| mail.address.clone())
            >
                {say(SendingTexts::by_mail)}
            </a>
            {shortened}
            {calendar}
            <Share choices />
            <Button
                class="fr-btn fr-btn--tertiary fr-btn--sm"
                text=say(SendingTexts::print)
                on_press=print
            />
        </div>
    }
}

/// The system's share sheet (Web Share API), if there is one.
#[component]
fn Share(choices: InvitationChoices) -> impl IntoView {
    let failed = RwSignal::new(false);
    let sheet = Reflect::get(&window().navigator(), &"share".into())
        .ok()
        .and_then(|share| share.dyn_into::<Function>().ok())?;
    let sheet = StoredValue::new_local(sheet);
    let share = Callback::new(move |()| {
        failed.set(false);
        let (title, text) = choices
            .message
            .with_untracked(|message| (message.subject.clone(), message.text()));
        spawn(async move {
            let shared = sheet.with_value(|sheet| open_share_sheet(sheet, &title, &text));
            let outcome = match shared {
                Ok(shared) => JsFuture::from(shared).await.map(drop),
                Err(error) => Err(error),
            };
            failed.try_set(outcome.is_err_and(|error| !was_cancelled(&error)));
        });
    });
    let failure = dynamic(move || {
        if failed.get() {
            view! {
                <Alert kind=AlertKind::Error title=say(SendingTexts::not_shared)>
                    ""
                </Alert>
            }
            .into_any()
        } else {
            ().into_any()
        }
    });
    Some(view! {
        <Button
            class="fr-btn fr-btn--secondary fr-btn--sm"
            text=say(SendingTexts::share)
            on_press=share
        />
        {failure}
    })
}

fn open_share_sheet(sheet: &Function, title: &str, text: &str) -> Result<Promise, JsValue> {
    let data = Object::new();
    for (key, value) in [("title", title), ("text", text)] {
        Reflect::set(&data, &key.into(), &value.into())?;
    }
    sheet.call1(&window().navigator(), &data)?.dyn_into()
}

/// Whether the person has closed the share sheet (`AbortError`), or pressed again while it was open
/// (`InvalidStateError`): these are no failures.
fn was_cancelled(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into());
    name.is_ok_and(|name| name == "AbortError" || name == "InvalidStateError")
}

/// The link as a QR code, to be shown on a screen or printed.
#[component]
pub fn QrCode() -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let opened = move |_| {
        // Setting it again would load the part again.
        if !was_opened.get_untracked() {
            was_opened.set(true);
        }
    };
    let image = dynamic(move || {
        if was_opened.get() {
            part(qr_image)
        } else {
            ().into_any()
        }
    });
    view! {
        // The event does not bubble.
        <div class="sending__code" data-chunk="qr" on:toggle:capture=opened>
            <FoldOut summary=say(SendingTexts::qr)>{image}</FoldOut>
        </div>
    }
}
