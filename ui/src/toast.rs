//! Toasts: short messages about completed actions, shown and announced for a while, with an optional link.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use super::{Button, focus_on};
use crate::i18n::Text;
use crate::i18n::ui::say;

/// The current toast, if there is one: a context of the app.
#[derive(Clone, Copy, Default)]
pub struct Toasts(RwSignal<Option<Toast>>);

#[derive(Clone)]
struct Toast {
    /// The number of former toasts. It makes each toast an element of its own, which is announced, and which
    /// disappears by itself.
    count: u32,
    text: String,
    link: Option<ToastLink>,
}

/// A link that undoes what the toast reports.
#[derive(Clone)]
pub struct ToastLink {
    /// The text of the link. A function, so that the text is created in the toast's owner, which outlives the
    /// caller's.
    pub text: fn() -> Text,
    /// The target.
    pub href: String,
    /// Called before the link is followed.
    pub prepare: fn(),
}

impl Toasts {
    /// No toast.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The toasts that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows `text`, replacing the former toast.
    pub fn show(self, text: String, link: Option<ToastLink>) {
        self.0.update(|toast| {
            let count = toast
                .as_ref()
                .map_or(0, |toast| toast.count.wrapping_add(1));
            *toast = Some(Toast { count, text, link });
        });
    }
}

/// The place of toasts. A toast disappears by itself unless it has a link, for which nobody has to hurry.
#[component]
pub fn ToastRegion(
    /// The toasts to show.
    toasts: Toasts,
) -> impl IntoView {
    view! {
        <div role="status">
            <For each=move || toasts.0.get() key=|toast| toast.count let:toast>
                {toast_view(toast, toasts)}
            </For>
        </div>
    }
}

fn toast_view(Toast { text, link, .. }: Toast, toasts: Toasts) -> AnyView {
    let class = if link.is_none() {
        "toast toast--goes"
    } else {
        "toast"
    };
    let link = link.map(
        |ToastLink {
             text,
             href,
             prepare,
         }| {
            let follow = move |_| {
                prepare();
                toasts.0.set(None);
            };
            view! {
                <a class="fr-btn fr-btn--secondary fr-btn--sm" href=href on:click=follow>
                    {text()}
                </a>
            }
        },
    );
    let close = Callback::new(move |()| {
        toasts.0.set(None);
        // The button that was pressed has been removed.
        focus_on("content");
    });
    view! {
        <div class=class>
            <p>{text}</p>
            {link}
            <Button
                class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                text=say(UiTexts::close)
                on_press=close
            />
        </div>
    }
    .into_any()
}
