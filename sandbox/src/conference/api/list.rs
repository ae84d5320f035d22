//! `getMeetings`: all meetings, or a balancer's version of the list.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::response::Response;

use super::answer;
use super::info::elements;
use super::xml::{Element, parent};
use crate::conference::Conference;
use crate::conference::behaviour::ListBehaviour;
use crate::conference::refusal::Refusal;

/// The cached list of balancers that have one.
#[derive(Default)]
pub(crate) struct CachedList(Mutex<Option<(Instant, Vec<Element>)>>);

pub(super) fn answer(conference: &Conference) -> Response {
    match conference.behaviour.get().list {
        ListBehaviour::Whole => list(meetings(conference)),
        ListBehaviour::Disabled => list(Vec::new()),
        ListBehaviour::Failing => answer::refused(Refusal::Internal),
        ListBehaviour::Stale { milliseconds } => {
            let kept = &conference.cached_list.0;
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let age = Duration::from_millis(milliseconds);
            let young = kept.take().filter(|(made, _)| made.elapsed() < age);
            let (made, meetings) = young.unwrap_or_else(|| (Instant::now(), meetings(conference)));
            *kept = Some((made, meetings.clone()));
            list(meetings)
        }
    }
}

fn meetings(conference: &Conference) -> Vec<Element> {
    let meetings = conference.meetings();
    let element = |meeting| parent("meeting", elements(meeting));
    meetings.iter().map(element).collect()
}

fn list(meetings: Vec<Element>) -> Response {
    let notice = meetings
        .is_empty()
        .then(|| answer::notice("noMeetings", "no meetings were found on this server"));
    let mut children = vec![parent("meetings", meetings)];
    children.extend(notice.into_iter().flatten());
    answer::success(children)
}
