//! The address bar: follows it, moves it, and takes the place of the browser when a link of the app
//! is clicked. It knows no page.

use std::cell::Cell;

use js_sys::Date;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use crate::route::Route;
use crate::stored::Stored;

/// Where the person is, and how to move them. A context of the whole app.
#[derive(Clone, Copy)]
pub struct Navigation {
    address: RwSignal<Address>,
    route: Memo<Route>,
    /// The browser was asked to go back and has not arrived yet.
    going_back: StoredValue<bool>,
    /// Which routes this part of the app can show.
    shows: StoredValue<Shows>,
}

type Shows = Box<dyn Fn(Route) -> bool + Send + Sync>;

#[derive(Clone, PartialEq)]
struct Address {
    path: String,
    fragment: String,
}

impl Address {
    fn current() -> Self {
        let location = window().location();
        let fragment = location.hash().unwrap_or_default();
        Self {
            path: location.pathname().unwrap_or_default(),
            fragment: fragment.trim_start_matches('#').to_owned(),
        }
    }
}

impl Navigation {
    /// Follows the address bar for as long as the page lives. `shows` says which routes this part of
    /// the app can show: links to others load a page anew.
    pub fn start(shows: impl Fn(Route) -> bool + Send + Sync + 'static) -> Self {
        give_fragment_back();
        let address = RwSignal::new(Address::current());
        let navigation = Self {
            address,
            route: Memo::new(move |_| address.with(|address| Route::parse(&address.path))),
            going_back: StoredValue::new(false),
            shows: StoredValue::new(Box::new(shows)),
        };
        window_event_listener(ev::popstate, move |_| {
            navigation.going_back.set_value(false);
            navigation.follow();
        });
        window_event_listener(ev::hashchange, move |_| navigation.follow());
        window_event_listener(ev::click, move |event| navigation.intercept(&event));
        navigation
    }

    /// The navigation that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// The route that stands in the address bar.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// What follows `#` in the address bar.
    pub fn fragment(self) -> String {
        self.address.with(|address| address.fragment.clone())
    }

    /// What follows the last `/` of the path in the address bar.
    pub fn last_segment(self) -> String {
        let last = |address: &Address| address.path.rsplit('/').next().map(str::to_owned);
        self.address.with(last).unwrap_or_default()
    }

    /// Leads to an address of the portal.
    pub fn open(self, address: &str) {
        self.go(History::Push, address);
    }

    /// Leads to an address of the portal without a trace of the page that led there.
    pub fn replace(self, address: &str) {
        self.go(History::Replace, address);
    }

    /// Has the address bar say `address` from now on, and shows nothing new: the page is being left.
    pub fn replace_silently(address: &str) {
        if let Ok(history) = window().history() {
            // A browser that refuses leaves the address what it is.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
        }
    }

    /// Shows the address, or loads it anew where another part of the app shows it.
    fn go(self, how: History, address: &str) {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        if self.is_shown_here(Route::parse(path)) {
            self.write(how, address);
            return;
        }
        leave_for_another_part();
        let location = window().location();
        // A browser that refuses its own portal's address leaves the page as it is.
        let _ = match how {
            History::Push => location.assign(address),
            History::Replace => location.replace(address),
        };
    }

    fn is_shown_here(self, route: Route) -> bool {
        route != Route::NotFound && self.shows.with_value(|shows| shows(route))
    }

    /// Goes back to where the person came from within the app; to `otherwise` if they came from
    /// elsewhere, or straight to this address.
    pub fn leave(self, otherwise: Route) {
        // Going back takes a moment: asked for twice, it would lead out of the app.
        if self.going_back.get_value() {
            return;
        }
        let history = window().history();
        let came_from_the_app = history
            .as_ref()
            .is_ok_and(|history| history.state().is_ok_and(|state| state.is_truthy()));
        // Without a history there is nothing to go back to, and the address is written instead.
        if came_from_the_app && history.and_then(|history| history.back()).is_ok() {
            self.going_back.set_value(true);
        } else {
            self.replace(&otherwise.path());
        }
    }

    fn follow(self) {
        let current = Address::current();
        if self.address.with_untracked(|address| *address != current) {
            self.address.set(current);
        }
    }

    fn write(self, how: History, address: &str) {
        // A browser refuses only when it is called hundreds of times a minute; the address then
        // stays what it is, and so does the page.
        if let Ok(history) = window().history() {
            let _ = match how {
                // The state marks an entry that another page of the app stands before.
                History::Push => history.push_state_with_url(&JsValue::TRUE, "", Some(address)),
                History::Replace => {
                    let state = history.state().unwrap_or(JsValue::NULL);
                    history.replace_state_with_url(&state, "", Some(address))
                }
            };
        }
        self.follow();
    }

    /// Takes over plain clicks on links that lead to a route of the app, and no other.
    fn intercept(self, event: &MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let Some(link) = link_under(event) else {
            return;
        };
        let of_the_portal = link.target().is_empty()
            && !link.has_attribute("download")
            && window()
                .location()
                .origin()
                .is_ok_and(|origin| origin == link.origin());
        let route = Route::parse(&link.pathname());
        let ours = of_the_portal && self.is_shown_here(route);
        if of_the_portal && !ours && route != Route::NotFound {
            leave_for_another_part();
        }
        // Signing in leads away and back: what stands in the fragment must go to no server.
        if link.pathname().starts_with("/auth/") {
            LEFT_WITHIN.set(Date::now());
            keep_fragment();
        }
        // A link to a place in this very page, such as the skip link, stays the browser's.
        let within_the_page = link
            .get_attribute("href")
            .is_some_and(|href| href.starts_with('#'));
        if ours && !within_the_page {
            event.prevent_default();
            self.write(History::Push, &link.href());
        }
    }
}

/// A page that is being left for another of the portal asks at once; one that stays after all, because
/// its person stopped it, is as before.
const AT_ONCE_MS: f64 = 1_000.0;

thread_local! {
    /// When the page was last about to be left for another of the portal.
    static LEFT_WITHIN: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Whether the page is being left for another of the portal, which knows what was typed here.
pub fn leads_within_the_portal() -> bool {
    Date::now() - LEFT_WITHIN.get() < AT_ONCE_MS
}

/// Loads the page anew.
pub fn reload() {
    LEFT_WITHIN.set(Date::now());
    // A browser that cannot load its own page anew leaves it as it is.
    let _ = window().location().reload();
}

#[derive(Clone, Copy)]
enum History {
    Push,
    Replace,
}

const LEFT_KEY: &str = "parvis.left";

/// Remembers that the next page is another part of the app and not a new beginning.
fn leave_for_another_part() {
    LEFT_WITHIN.set(Date::now());
    // Where nothing can be stored, the focus begins at the top, as after any load.
    Stored::InTab.keep(LEFT_KEY, "");
}

/// Whether the person has come here from another part of the app, told once.
pub fn came_from_another_part() -> bool {
    Stored::InTab.take(LEFT_KEY).is_some()
}

const FRAGMENT_KEY: &str = "parvis.fragment";

/// Keeps the address with its fragment until the person is back, in this tab alone.
fn keep_fragment() {
    let Address { path, fragment } = Address::current();
    if !fragment.is_empty() {
        // Where nothing can be stored, the link has to be opened once more.
        Stored::InTab.keep(FRAGMENT_KEY, &format!("{path}#{fragment}"));
    }
}

/// Puts the fragment back that stood at this path when the person went to sign in.
fn give_fragment_back() {
    let Address { path, fragment } = Address::current();
    // Kept for the way there and back, and for nobody who comes after.
    let kept = Stored::InTab.take(FRAGMENT_KEY);
    let Some(kept) = kept.filter(|kept| kept.split('#').next() == Some(&path)) else {
        return;
    };
    if fragment.is_empty()
        && let Some((_, fragment)) = kept.split_once('#')
        && let Ok(history) = window().history()
    {
        // Beside the query, which says how the sign-in went.
        let query = window().location().search().unwrap_or_default();
        let address = format!("{path}{query}#{fragment}");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn link_under(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}
