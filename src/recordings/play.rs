//! How a recording is played: a line for each format.

use leptos::prelude::*;
use parvis_contract::recording::RecordingFormat;
use parvis_ui::CopyButton;

use super::list::RecordingRow;
use super::state::shown_name;
use crate::i18n::Text;
use crate::i18n::recordings::{RecordingTexts, compose, say};

/// The formats of a recording: links that play each, download its file, and copy its address.
#[component]
pub fn Formats(row: RecordingRow) -> impl IntoView {
    let formats = Memo::new(move |_| {
        row.read(|recording| {
            let is_published = *recording.published.shown();
            if is_published {
                recording.remote.formats.clone()
            } else {
                Vec::new()
            }
        })
    });
    view! {
        <ul class="recording__formats" role="list">
            <For each=move || formats.get() key=|format| format.url.clone() let:format>
                {format_line(row, format)}
            </For>
        </ul>
    }
}

fn format_line(
    row: RecordingRow,
    RecordingFormat { kind, url, is_file }: RecordingFormat,
) -> AnyView {
    let detail = compose(move |texts| texts.of_recording(&row.read(shown_name)));
    // Each format has a link of its own.
    let to =
        compose(move |texts| format!("{} ({})", texts.to(&row.read(shown_name)), texts.play(kind)));
    let what = compose(move |texts| format!("{} {}", texts.the_link(), to.read()));
    let copy = (say(RecordingTexts::copy_link), to);
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
            <CopyButton what value=url label=copy />
        </li>
    }
    .into_any()
}
