//! Toasts: short messages on what was done, shown and announced for a while, with a link if there is one.

use crate::i18n::ui::UiTexts;
use leptos::prelude::*;

use super::{Button, focus_on};
use crate::i18n::Text;
use crate::i18n::ui::say;

/// The toast that is shown, if one is. A context of the app.
#[derive(Clone, Copy, Default)]
pub struct Toasts(RwSignal<Option<Toast>>);

#[derive(Clone)]
struct Toast {
    /// How many were shown before: each is an element of its own, which is announced and goes by itself.
    count: u32,
    text: String,
    link: Option<ToastLink>,
}

/// A link that takes up again what was given up.
#[derive(Clone)]
pub struct ToastLink {
    /// What the link says. Made where the toast is shown, as that outlives what shows it.
    pub text: fn() -> Text,
    /// Where it leads.
    pub href: String,
    /// What has to be done before it is followed.
    pub prepare: fn(),
}

impl Toasts {
    /// Nothing to tell yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The toasts that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows `text` in place of the toast before.
    pub fn show(self, text: String, link: Option<ToastLink>) {
        self.0.update(|toast| {
            let count = toast
                .as_ref()
                .map_or(0, |toast| toast.count.wrapping_add(1));
            *toast = Some(Toast { count, text, link });
        });
    }
}

/// Where toasts come up. One goes by itself, unless it holds something to press: nobody has to hurry
/// for that.
#[component]
pub fn ToastRegion(
    /// Which.
    toasts: Toasts,
) -> impl IntoView {
    view! {
        <div role="status">
            <For each=move || toasts.0.get() key=|toast| toast.count let:toast>
                {shown(toast, toasts)}
            </For>
        </div>
    }
}

fn shown(Toast { text, link, .. }: Toast, toasts: Toasts) -> AnyView {
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
        // The button that was pressed is gone.
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
