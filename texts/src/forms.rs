//! Texts with several forms, such as singular and plural.

use crate::catalogue::{Catalogue, Number, fill};
use crate::plural_rules::plural_category;

/// An argument of a text with several forms.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A name, or another text.
    Text(&'a str),
    /// A number, which can select a plural form.
    Number(Number),
}

impl Catalogue {
    /// A text with several forms: a line `{0|one|…|other|…}` has a form for each value or plural category of
    /// the first argument; the last form is the default.
    #[inline(never)]
    #[must_use]
    pub fn choose(&self, line: usize, arguments: &[Argument<'_>]) -> String {
        let pattern = self.text(line);
        let inside = pattern
            .strip_prefix('{')
            .and_then(|inside| inside.strip_suffix('}'));
        let pattern = match inside.and_then(|inside| inside.split_once('|')) {
            Some((selector, forms)) => {
                let selector = selector.parse().ok();
                let selector = selector.and_then(|selector: usize| arguments.get(selector));
                self.form(selector, forms)
            }
            None => pattern,
        };
        let parts: Vec<String> = arguments.iter().map(Argument::text).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        fill(pattern, &parts)
    }

    /// The form for a value: its own, else that of its plural category, else the last one.
    fn form<'a>(&self, selector: Option<&Argument<'_>>, forms: &'a str) -> &'a str {
        let mut last = "";
        let mut find = |key: &str| {
            let mut parts = forms.split('|');
            while let (Some(own), Some(form)) = (parts.next(), parts.next()) {
                if own == key {
                    return Some(form);
                }
                last = form;
            }
            None
        };
        let own = selector.and_then(|selector| find(&selector.text()));
        let found = own.or_else(|| match selector {
            Some(Argument::Number(Number(number))) => {
                find(&plural_category(self.language(), *number))
            }
            _ => None,
        });
        found.unwrap_or(last)
    }
}

impl Argument<'_> {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => (*text).to_owned(),
            Self::Number(number) => number.text(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_chooses_its_own_form_or_that_of_its_plural_category() {
        let texts = Catalogue::new("en", "{0|0|nobody|one|{0} person|other|{0} people}");
        let told = |people: i64| texts.choose(0, &[Argument::Number(people.into())]);
        assert_eq!(
            [0, 1, 2, -5].map(told),
            ["nobody", "1 person", "2 people", "-5 people"]
        );
    }

    #[test]
    fn a_word_chooses_its_own_form_or_the_last() {
        let texts = Catalogue::new("en", "{1|en|In English|other|In {1}: {0}}");
        let told = |word| texts.choose(0, &[Argument::Text("yes"), Argument::Text(word)]);
        assert_eq!(["en", "fr"].map(told), ["In English", "In fr: yes"]);
    }

    #[test]
    fn a_line_without_forms_is_filled_in() {
        let texts = Catalogue::new("en", "{0} and {0}\n{é");
        let told = |line| texts.choose(line, &[Argument::Text("one")]);
        assert_eq!([0, 1, 2].map(told), ["one and one", "", ""]);
    }
}
