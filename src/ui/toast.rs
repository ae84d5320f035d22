//! What was done, told where everybody sees and hears it for a while, with the way back if there is one.

use leptos::prelude::*;

use super::{Button, focus_on, live, nothing};
use crate::i18n::{Text, say};

/// What is told last. A context of the app.
#[derive(Clone, Copy)]
pub struct Toasts(RwSignal<Option<Toast>>);

#[derive(Clone)]
struct Toast {
    text: String,
    way_back: Option<WayBack>,
}

/// A link that takes up again what was given up.
#[derive(Clone)]
pub struct WayBack {
    /// What the link says.
    pub text: Text,
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

    /// Tells `text` in place of what was told before.
    pub fn tell(self, text: String, way_back: Option<WayBack>) {
        self.0.set(Some(Toast { text, way_back }));
    }
}

/// Where toasts come up. One goes by itself, unless it holds something to press: nobody has to hurry
/// for that.
#[component]
pub fn ToastRegion(
    /// Which.
    toasts: Toasts,
) -> impl IntoView {
    let toast = live(move || match toasts.0.get() {
        Some(Toast { text, way_back }) => shown(text, way_back, toasts),
        None => nothing(),
    });
    view! { <div role="status">{toast}</div> }
}

fn shown(text: String, way_back: Option<WayBack>, toasts: Toasts) -> AnyView {
    let class = if way_back.is_none() {
        "toast toast--goes"
    } else {
        "toast"
    };
    let link = way_back.map(|WayBack { text, href, prepare }| {
        view! {
            <a class="fr-btn fr-btn--secondary fr-btn--sm" href=href on:click=move |_| prepare()>
                {text}
            </a>
        }
    });
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
                text=say(|texts| texts.close)
                on_press=close
            />
        </div>
    }
    .into_any()
}
