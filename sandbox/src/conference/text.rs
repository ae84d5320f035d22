//! Meeting texts (`welcome` and `moderatorOnlyMessage`): replacing placeholders and filtering HTML.
//!
//! The filter is that of BigBlueButton 3.0's `ParamsProcessorUtil`: few elements, few attributes, and only the
//! schemes `https`, `mailto` and `tel`.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use crate::conference::meeting::Meeting;

const DEFAULT_WELCOME: &str = "Bienvenue dans la réunion <b>%%CONFNAME%%</b>.";

/// The welcome text as safe HTML.
pub(crate) fn welcome(meeting: &Meeting, base_url: &str, footer: &str) -> String {
    let text = meeting.plan.welcome.as_deref().unwrap_or(DEFAULT_WELCOME);
    let text = fill_in(text, meeting, base_url);
    if footer.is_empty() {
        filter(&text)
    } else {
        filter(&format!("{text}<br><br>{footer}"))
    }
}

/// The text for moderators, if there is one.
pub(crate) fn moderator_message(meeting: &Meeting, base_url: &str) -> Option<String> {
    let text = meeting.plan.moderator_message.as_deref()?;
    Some(filter(&fill_in(text, meeting, base_url)))
}

/// Replaces the placeholders with escaped values.
fn fill_in(text: &str, meeting: &Meeting, base_url: &str) -> String {
    let number = grouped(&meeting.voice_bridge);
    [
        ("%%DIALNUM%%", meeting.plan.dial_number.as_str()),
        ("%%CONFNUM%%", &number),
        ("%%SERVERURL%%", base_url),
        ("%%CONFNAME%%", &meeting.plan.name),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (placeholder, value)| {
        text.replace(placeholder, &ammonia::clean_text(value))
    })
}

/// Groups more than five digits in threes from the right.
fn grouped(digits: &str) -> String {
    if digits.len() <= 5 {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

fn filter(html: &str) -> String {
    let tags = [
        "a", "b", "br", "i", "img", "li", "small", "span", "strong", "u", "ul",
    ];
    Builder::empty()
        .tags(HashSet::from(tags))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "target"])),
            ("img", HashSet::from(["src", "width", "height"])),
        ]))
        .url_schemes(HashSet::from(["https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .set_tag_attribute_value("a", "target", "_blank")
        .link_rel(Some("noopener noreferrer"))
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expect: &str) {
        assert_eq!(filter(html), expect);
    }

    #[test]
    fn allowed_tags_stay_and_others_vanish_around_their_text() {
        check(
            "<b>a</b><br><ul><li>b</li></ul>",
            "<b>a</b><br><ul><li>b</li></ul>",
        );
        check("<p>a</p><div class=\"x\">b</div>", "ab");
        check(
            "<span style=\"color:red\" class=\"x\">a</span>",
            "<span>a</span>",
        );
        check(
            "<script>alert(1)</script>a<img src=x onerror=alert(1)>",
            "a<img>",
        );
    }

    #[test]
    fn links_open_elsewhere_and_only_three_schemes_stay() {
        let link = |href: &str| format!("<a href=\"{href}\">x</a>");
        let safe = |href: &str| {
            format!("<a href=\"{href}\" target=\"_blank\" rel=\"noopener noreferrer\">x</a>")
        };
        for href in ["https://a.test/", "mailto:a@b.test", "tel:+33123456789"] {
            check(&link(href), &safe(href));
        }
        for href in ["http://a.test/", "javascript:alert(1)", "/relative"] {
            check(
                &link(href),
                "<a target=\"_blank\" rel=\"noopener noreferrer\">x</a>",
            );
        }
        check("https://a.test/", "https://a.test/");
    }

    #[test]
    fn long_numbers_are_grouped_from_the_right() {
        assert_eq!(grouped("12345"), "12345");
        assert_eq!(grouped("123456789"), "123 456 789");
        assert_eq!(grouped("1234567"), "1 234 567");
    }
}
