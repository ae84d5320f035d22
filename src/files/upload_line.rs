//! An upload of the page: how far it is, and what can be done with it.

use leptos::prelude::*;
use parvis_ui::{Button, dynamic};

use super::uploads::{Upload, UploadState, Uploads};
use crate::i18n::Text;
use crate::i18n::files::{FileTexts, compose, say};
use crate::problem_alert::ProblemAlert;

/// What is shown, without the number of bytes: the line is not replaced with each part.
#[derive(Clone, PartialEq)]
enum Shown {
    Progress,
    Cut,
    Refused(crate::api::ApiError),
}

/// The line of an upload.
#[component]
pub fn UploadLine(uploads: Uploads, upload: Upload) -> impl IntoView {
    let name = upload.name.get_value();
    let label: Text = {
        let name = name.clone();
        Signal::derive(move || name.clone())
    };
    let detail = compose(move |texts| texts.of(&name));
    let shown = Memo::new(move |_| match upload.state.get() {
        UploadState::Cut(_) => Shown::Cut,
        UploadState::Refused(error) => Shown::Refused(error),
        _ => Shown::Progress,
    });
    let cancel = Callback::new(move |()| uploads.cancel(upload));
    let dismiss = Callback::new(move |()| uploads.dismiss(upload));
    let resume = Callback::new(move |()| upload.resume());
    let content = dynamic(move || {
        if let Shown::Refused(error) = shown.get() {
            return view! {
                <ProblemAlert what=say(FileTexts::not_sent) error />
                <Button
                    class="fr-btn fr-btn--tertiary fr-btn--sm"
                    text=say(FileTexts::dismiss)
                    detail
                    on_press=dismiss
                />
            }
            .into_any();
        }
        let resume = (shown.get() == Shown::Cut).then(|| {
            view! {
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(FileTexts::resume)
                    detail
                    on_press=resume
                />
            }
        });
        view! {
            <Bar upload label />
            <div class="file__actions">
                {resume}
                <Button
                    class="fr-btn fr-btn--tertiary fr-btn--sm"
                    id=upload.element_id("cancel")
                    text=say(FileTexts::cancel)
                    detail
                    on_press=cancel
                />
            </div>
        }
        .into_any()
    });
    view! {
        <li class="file">
            <h2 class="file__name">{label}</h2>
            {content}
        </li>
    }
}

/// The progress, as a bar and as a text.
#[component]
fn Bar(upload: Upload, label: Text) -> impl IntoView {
    let percent = Memo::new(move |_| match upload.state.get() {
        UploadState::Sending(sent) | UploadState::Cut(sent) => upload.percent(sent),
        _ => 0,
    });
    let text = compose(move |texts| match upload.state.get() {
        UploadState::Queued => texts.queued().to_owned(),
        UploadState::Cut(_) => texts.cut(percent.get()),
        _ => texts.sending(percent.get()),
    });
    view! {
        <progress
            class="file__progress"
            max="100"
            aria-label=label
            prop:value=move || percent.get().to_string()
        ></progress>
        <p class="fr-hint-text">{text}</p>
    }
}
