//! `join`: opens a session for the calling browser and redirects to the conference page.
//!
//! Errors are redirects too, with `errors=` in the address, even with `redirect=false`; only a wrong password
//! is an XML error.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde_json::json;

use super::answer;
use super::xml::text;
use crate::conference::Conference;
use crate::conference::client::{cookie, exit, page_path};
use crate::conference::guests::{self, GuestStatus};
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::plan::meeting_id;
use crate::conference::refusal::Refusal;
use crate::conference::role::Role;
use crate::parameters::Parameters;
use crate::random;

pub(super) fn answer(
    conference: &Conference,
    parameters: &Parameters,
    headers: &HeaderMap,
) -> Response {
    let mut meetings = conference.meetings();
    // Foreign cookies are not adopted, against session fixation.
    let browser = cookie::read(headers)
        .filter(|browser| meetings.knows_browser(browser))
        .map_or_else(random::token, str::to_owned);
    let joined = meeting_id(parameters).and_then(|id| {
        let name = full_name(parameters)?;
        let meeting = meetings
            .get_mut(id)
            .ok_or(Refusal::InvalidMeetingIdentifier)?;
        let person = admit(conference, meeting, name, parameters, browser)?;
        meeting.people.push(person.clone());
        meeting.notify_subscribers();
        Ok((meeting.internal_id.clone(), person))
    });
    match joined {
        Ok((internal_id, person)) => welcome(conference, parameters, &internal_id, &person),
        Err(refusal) => refused(conference, parameters, refusal),
    }
}

/// Redirects with the error. The `parameters` of an unsigned call must not be used: its address could be
/// anybody's.
pub(super) fn refused(
    conference: &Conference,
    parameters: &Parameters,
    refusal: Refusal,
) -> Response {
    if refusal == Refusal::ParamsRequired {
        return answer::refused(refusal);
    }
    let error_redirect = parameters
        .filled("errorRedirectUrl")
        .filter(|_| conference.behaviour.get().reads_error_redirect);
    let wanted = [error_redirect, parameters.filled("logoutURL")];
    let mut target = exit::destination(&conference.exit_page, wanted);
    let errors = json!([{ "key": refusal.key(), "message": refusal.to_string() }]);
    target
        .query_pairs_mut()
        .append_pair("errors", &errors.to_string());
    (StatusCode::FOUND, [(header::LOCATION, target.to_string())]).into_response()
}

fn full_name(parameters: &Parameters) -> Result<String, Refusal> {
    let name: String = parameters
        .get("fullName")
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    let name = name.trim();
    if name.is_empty() {
        Err(Refusal::MissingFullName)
    } else {
        Ok(name.to_owned())
    }
}

fn admit(
    conference: &Conference,
    meeting: &Meeting,
    name: String,
    parameters: &Parameters,
    browser: String,
) -> Result<Person, Refusal> {
    if meeting.timeline.is_ending() {
        return Err(Refusal::MeetingForciblyEnded);
    }
    let role = parameters
        .filled("role")
        .and_then(Role::parse)
        .or_else(|| meeting.role_by_password(parameters.filled("password")?))
        .ok_or(Refusal::ParamsRequired)?;
    if let Some(create_time) = parameters.filled("createTime") {
        let create_time: u64 = create_time
            .parse()
            .map_err(|_| Refusal::Validation("createTime must be an integer"))?;
        if create_time != meeting.create_time {
            return Err(Refusal::MismatchCreateTime);
        }
    }
    let user_id = format!("w_{}", random::alphanumeric(12).to_ascii_lowercase());
    let external_id = parameters.filled("userID").unwrap_or(&user_id).to_owned();
    if !meeting.has_place_for(&external_id) {
        return Err(Refusal::MaxParticipantsReached);
    }
    let guest = parameters
        .filled("guest")
        .map(|word| word.eq_ignore_ascii_case("true"));
    let (policy, authenticated) = (
        meeting.plan.guest_policy,
        conference.config.authenticated_guest,
    );
    let guest_status = guests::status(policy, role, guest, authenticated);
    if guest_status == GuestStatus::Deny {
        return Err(Refusal::GuestDeniedAccess);
    }
    Ok(Person {
        session_token: random::token(),
        browser,
        user_id,
        external_id,
        auth_token: random::alphanumeric(12),
        name,
        role,
        guest_status,
        logout_url: parameters.filled("logoutURL").map(str::to_owned),
        custom_data: custom_data(parameters),
        connections: 0,
    })
}

/// The `userdata-…` parameters whose name is valid for an XML element.
fn custom_data(parameters: &Parameters) -> BTreeMap<String, String> {
    parameters
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("userdata-")?, value)))
        .filter(|(name, _)| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        })
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn welcome(
    conference: &Conference,
    parameters: &Parameters,
    internal_id: &str,
    person: &Person,
) -> Response {
    let base_url = &conference.base_url;
    let url = format!("{base_url}{}", page_path(&person.session_token));
    let cookie = AppendHeaders([(header::SET_COOKIE, cookie::write(&person.browser, base_url))]);
    if parameters.get("redirect") != Some("false") {
        return (StatusCode::FOUND, cookie, [(header::LOCATION, url)]).into_response();
    }
    let (status, key, message) = if person.is_waiting() {
        (
            "WAIT",
            "guestWait",
            "Guest waiting for approval to join meeting.",
        )
    } else {
        (
            "ALLOW",
            "successfullyJoined",
            "You have joined successfully.",
        )
    };
    let mut elements = Vec::from(answer::notice(key, message));
    elements.extend([
        text("meeting_id", internal_id),
        text("user_id", &person.user_id),
        text("auth_token", &person.auth_token),
        text("session_token", &person.session_token),
        text("guestStatus", status),
        text("url", &url),
    ]);
    (cookie, answer::success(elements)).into_response()
}
