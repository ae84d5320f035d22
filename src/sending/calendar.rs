//! Calendar file of the invitation (iCalendar).

use chrono::{DateTime, Duration, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use parvis_contract::invitation::Invitation;

use super::message::{Audience, Message, telephone_address};
use super::when::Span;

/// How long before the meeting the calendar reminds of it.
const REMINDER_MINUTES: i64 = 10;

const MINUTE_MS: i64 = 60_000;

/// A calendar file. `now` is in milliseconds since 1970; `uid` identifies the meeting. `None` if the span is
/// out of the range of calendars.
///
/// Source: RFC 5545, and RFC 7986 for `CONFERENCE`.
pub fn file(
    invitation: &Invitation,
    audience: Audience,
    message: &Message,
    span: Span,
    now: i64,
    uid: &str,
) -> Option<String> {
    let starts = DateTime::<Utc>::from_timestamp_millis(span.starts_at)?;
    let ends = starts.checked_add_signed(Duration::try_minutes(span.minutes)?)?;
    let link = audience.link(invitation);
    let mut event = Event::new();
    event
        .uid(uid)
        // Of two files with the same UID, calendars keep the one with the higher sequence.
        .sequence(u32::try_from(now / MINUTE_MS).unwrap_or_default())
        .timestamp(DateTime::from_timestamp_millis(now)?)
        .starts(starts)
        .ends(ends)
        .summary(&invitation.room_name)
        .description(&message.body())
        .location(link)
        .url(link)
        .append_multi_property(conference(link, "VIDEO"))
        .alarm(Alarm::display(
            &invitation.room_name,
            Trigger::before_start(Duration::minutes(REMINDER_MINUTES)),
        ));
    if let Some(dial_in) = audience.dial_in(invitation) {
        event.append_multi_property(conference(&telephone_address(dial_in), "PHONE"));
    }
    let file = Calendar::new().push(event.done()).done().to_string();
    Some(with_plain_alarm(&file))
}

/// Removes from the alarm the `DTSTAMP` and `UID` that the library adds to every component: RFC 5545 does not
/// allow them in an alarm.
fn with_plain_alarm(file: &str) -> String {
    let mut in_alarm = false;
    let lines = file.split_inclusive("\r\n").filter(|line| {
        in_alarm = match line.trim_end() {
            "BEGIN:VALARM" => true,
            "END:VALARM" => false,
            _ => in_alarm,
        };
        !(in_alarm && (line.starts_with("UID:") || line.starts_with("DTSTAMP:")))
    });
    lines.collect()
}

fn conference(address: &str, feature: &str) -> Property {
    Property::new("CONFERENCE", address)
        .add_parameter("VALUE", "URI")
        .add_parameter("FEATURE", feature)
        .done()
}
