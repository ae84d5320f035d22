//! Preview of the message, which is also its printed form.

use crate::i18n::sending::SendingTexts;
use leptos::prelude::*;
use parvis_ui::dynamic;
use parvis_ui::i18n::ui as ui_texts;

use super::message::{Line, Message};
use crate::i18n::sending::{compose, say};

/// The message as its recipients read it.
#[component]
pub fn Preview(
    /// The message.
    message: Memo<Message>,
) -> impl IntoView {
    let lines = dynamic(move || {
        let lines = message.with(|message| message.lines.clone());
        lines.into_iter().map(line).collect_view().into_any()
    });
    view! {
        <section class="sending__message" aria-labelledby="message-title">
            <h2 class="sending__legend" id="message-title">
                {say(SendingTexts::message)}
            </h2>
            <div class="sending__sheet">
                <p class="sending__subject">
                    {move || message.with(|message| message.subject.clone())}
                </p>
                {lines}
            </div>
        </section>
    }
}

fn line(line: Line) -> AnyView {
    match line {
        Line::Text(text) => view! { <p>{text}</p> }.into_any(),
        Line::Link {
            before,
            shown,
            href,
            after,
        } => {
            let is_telephone = href.starts_with("tel:");
            let label = is_telephone.then(|| {
                let number = shown.clone();
                compose(move |texts| texts.call(&number))
            });
            // A link opens in another window, and its title says so: the person has not sent the message yet.
            let target = (!is_telephone).then_some("_blank");
            let title = (!is_telephone).then(|| {
                let shown = shown.clone();
                ui_texts::compose(move |texts| format!("{shown} – {}", texts.new_window()))
            });
            view! {
                <p>
                    {before} " "
                    <a href=href target=target rel="noopener" title=title aria-label=label>
                        {shown}
                    </a> " " {after}
                </p>
            }
            .into_any()
        }
    }
}
