//! How a recording is played: a line for each format.

use leptos::prelude::*;
use parvis_contract::recording::{FormatKind, RecordingFormat};
use parvis_ui::CopyButton;
use web_sys::MouseEvent;

use super::list::{RecordingRow, Recordings};
use super::state::{ShownRecording, shown_name};
use crate::i18n::Text;
use crate::i18n::recordings::{RecordingTexts, compose, say};

/// The formats of a recording: links that play each, download its file, and copy its address.
#[component]
pub fn Formats(recordings: Recordings, row: RecordingRow) -> impl IntoView {
    let formats = Memo::new(move |_| row.read(playable));
    // The address of a protected recording works once: each use is followed by a new one.
    let renew = move |_: MouseEvent| {
        if row.read_untracked(|recording| *recording.protected.shown()) {
            recordings.refresh();
        }
    };
    view! {
        <ul class="recording__formats" role="list" on:click=renew on:auxclick=renew>
            // Not by address, as a line keeps its focus when that changes.
            <For each=move || formats.get() key=|(place, _, _)| *place let((place, kind, is_file))>
                {format_line(row, place, kind, is_file)}
            </For>
        </ul>
    }
}

/// The place, the kind, and whether it is a file, of each format.
fn playable(recording: &ShownRecording) -> Vec<(usize, FormatKind, bool)> {
    if !recording.published.shown() {
        return Vec::new();
    }
    let formats = recording.remote.formats.iter().enumerate();
    let line = |(place, format): (usize, &RecordingFormat)| (place, format.kind, format.is_file);
    formats.map(line).collect()
}

fn format_line(row: RecordingRow, place: usize, kind: FormatKind, is_file: bool) -> AnyView {
    let url: Text = Signal::derive(move || {
        let format = row.read(|recording| recording.remote.formats.get(place).cloned());
        format.map(|format| format.url).unwrap_or_default()
    });
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
                href=url
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
                href=url
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
