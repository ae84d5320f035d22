//! How a recording is played: a line for each format.

use leptos::prelude::*;
use parvis_contract::recording::RecordingFormat;
use parvis_ui::CopyButton;

use super::entry::Entry;
use crate::i18n::Text;
use crate::i18n::recordings::{RecordingTexts, compose, say};

/// The formats of a recording: links that play each, download its file, and copy its address.
#[component]
pub fn Formats(entry: Entry) -> impl IntoView {
    let formats = Memo::new(move |_| {
        entry.read(|state| {
            let is_published = *state.published.shown();
            if is_published {
                state.remote.formats.clone()
            } else {
                Vec::new()
            }
        })
    });
    view! {
        <ul class="recording__formats" role="list">
            <For each=move || formats.get() key=|format| format.url.clone() let:format>
                {format_line(entry, format)}
            </For>
        </ul>
    }
}

fn format_line(entry: Entry, RecordingFormat { kind, url, is_file }: RecordingFormat) -> AnyView {
    let detail = compose(move |texts| texts.of_recording(&entry.name()));
    let what = compose(move |texts| texts.link(&entry.name()));
    let play: Text = compose(move |texts| texts.play(kind).to_owned());
    let download = is_file.then(|| {
        view! {
            <a
                class="fr-btn fr-btn--tertiary fr-btn--sm"
                href=url.clone()
                download=""
                target="_blank"
                rel="noopener external"
            >
                {say(RecordingTexts::download)}
                <span class="fr-sr-only">" "{detail}</span>
            </a>
        }
    });
    view! {
        <li class="recording__format">
            <a
                class="fr-btn fr-btn--secondary fr-btn--sm"
                href=url.clone()
                target="_blank"
                rel="noopener external"
            >
                {play}
                <span class="fr-sr-only">" "{detail}</span>
            </a>
            {download}
            <CopyButton what value=url visible=say(RecordingTexts::the_link) />
        </li>
    }
    .into_any()
}
