use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use Language::{De, Fr};
use Part::{First, Further};

use super::*;

type File = ((Language, Part), Result<&'static str, NotLoaded>);

thread_local! {
    /// What was requested, in order.
    static REQUESTED: RefCell<Vec<(Language, Part)>> = const { RefCell::new(Vec::new()) };
    /// What has arrived.
    static ARRIVED: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// A request that is answered by [`arrives`].
fn request(language: Language, part: Part) -> Lines {
    REQUESTED.with_borrow_mut(|requested| requested.push((language, part)));
    let answer = move || {
        ARRIVED.with_borrow(|files| {
            let mut latest_first = files.iter().rev();
            let file = latest_first.find(|file| file.0 == (language, part));
            file.map(|file| file.1)
        })
    };
    Box::pin(poll_fn(move |_| match answer() {
        Some(lines) => Poll::Ready(lines.map(str::to_owned)),
        None => Poll::Pending,
    }))
}

fn arrives(language: Language, part: Part, lines: Result<&'static str, NotLoaded>) {
    ARRIVED.with_borrow_mut(|files| files.push(((language, part), lines)));
}

/// What was requested since the last call.
fn requested() -> Vec<(Language, Part)> {
    REQUESTED.take()
}

fn languages() -> Languages {
    Languages::new(Fr, "Salle".to_owned(), request)
}

fn poll<F: Future>(future: &mut Pin<Box<F>>) -> Poll<F::Output> {
    future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
}

fn text(languages: Languages, line: usize) -> &'static str {
    languages.i18n.catalogue_untracked().text(line)
}

/// Further texts are loaded in the language in use.
fn show_further_page(languages: Languages) {
    arrives(Fr, Further, Ok("Envoyer"));
    let mut page = Box::pin(languages.load_further());
    assert_eq!(poll(&mut page), Poll::Ready(Ok(())));
    requested();
}

#[test]
fn another_language_is_loaded_without_further_texts_if_no_page_shows_any() {
    let languages = languages();
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Pending);
    arrives(De, First, Ok("Raum"));
    assert_eq!(poll(&mut choice), Poll::Ready(Ok(true)));
    assert_eq!(requested(), [(De, First)]);
    assert_eq!(text(languages, 0), "Raum");
}

#[test]
fn further_texts_are_requested_with_the_page_once() {
    let languages = languages();
    let mut page = Box::pin(languages.load_further());
    assert_eq!(requested(), [(Fr, Further)], "before it is polled");
    assert_eq!(poll(&mut page), Poll::Pending);
    arrives(Fr, Further, Ok("Envoyer"));
    assert_eq!(poll(&mut page), Poll::Ready(Ok(())));
    assert_eq!(text(languages, 1), "Envoyer");
    let mut next = Box::pin(languages.load_further());
    assert_eq!(poll(&mut next), Poll::Ready(Ok(())));
    assert!(requested().is_empty());
}

#[test]
fn both_files_of_another_language_are_there_before_it_is_used_if_a_page_may_show_further_texts() {
    let languages = languages();
    show_further_page(languages);
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Pending);
    assert_eq!(requested(), [(De, First), (De, Further)], "at once");
    arrives(De, First, Ok("Raum"));
    assert_eq!(poll(&mut choice), Poll::Pending);
    assert_eq!(text(languages, 1), "Envoyer");
    arrives(De, Further, Ok("Senden"));
    assert_eq!(poll(&mut choice), Poll::Ready(Ok(true)));
    assert_eq!(text(languages, 1), "Senden");
}

#[test]
fn a_page_that_is_opened_while_a_language_loads_is_shown_in_it_with_all_texts() {
    let languages = languages();
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Pending);
    show_further_page(languages);
    arrives(De, First, Ok("Raum"));
    assert_eq!(poll(&mut choice), Poll::Pending);
    assert_eq!(requested(), [(De, Further)]);
    assert_eq!(text(languages, 0), "Salle");
    arrives(De, Further, Ok("Senden"));
    assert_eq!(poll(&mut choice), Poll::Ready(Ok(true)));
    assert_eq!(text(languages, 1), "Senden");
}

#[test]
fn a_page_whose_texts_load_while_the_language_changes_waits_for_those_of_the_new_one() {
    let languages = languages();
    let mut page = Box::pin(languages.load_further());
    assert_eq!(poll(&mut page), Poll::Pending);
    arrives(De, First, Ok("Raum"));
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Ready(Ok(true)));
    requested();
    arrives(Fr, Further, Ok("Envoyer"));
    assert_eq!(poll(&mut page), Poll::Pending);
    assert_eq!(requested(), [(De, Further)]);
    arrives(De, Further, Ok("Senden"));
    assert_eq!(poll(&mut page), Poll::Ready(Ok(())));
    assert_eq!(text(languages, 1), "Senden");
}

#[test]
fn the_language_in_use_stays_if_a_file_of_another_fails_and_the_next_try_asks_again() {
    let languages = languages();
    show_further_page(languages);
    arrives(De, First, Ok("Raum"));
    arrives(De, Further, Err(NotLoaded));
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Ready(Err(NotLoaded)));
    assert_eq!(text(languages, 1), "Envoyer");
    requested();
    arrives(De, Further, Ok("Senden"));
    let mut choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut choice), Poll::Ready(Ok(true)));
    assert_eq!(requested(), [(De, Further)]);
    assert_eq!(text(languages, 1), "Senden");
}

#[test]
fn the_last_choice_holds_whichever_texts_come_first() {
    let languages = languages();
    let mut first_choice = Box::pin(languages.switch_to(De));
    assert_eq!(poll(&mut first_choice), Poll::Pending);
    let mut last_choice = Box::pin(languages.switch_to(Fr));
    assert_eq!(poll(&mut last_choice), Poll::Ready(Ok(true)));
    arrives(De, First, Ok("Raum"));
    assert_eq!(poll(&mut first_choice), Poll::Ready(Ok(false)));
    assert_eq!(text(languages, 0), "Salle");
}
