//! Polling of single meetings, with a simulated conference server and a virtual clock.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::Instant;
use uuid::Uuid;

use super::meetings::{Meetings, Waiter};
use super::questions::Questions;
use super::rate_limiter::PER_SECOND;
use super::timer::{Timer, VirtualTime};
use crate::clock::Moment;
use crate::conference::{ConferenceError, Meeting};
use crate::links::{Capability, EntryMethod};

/// A simulated conference server, which records its queries.
struct Server {
    time: Arc<VirtualTime>,
    running: Mutex<HashMap<Uuid, i64>>,
    asked: Mutex<Vec<(Uuid, Instant)>>,
    fails: Mutex<bool>,
    takes: Duration,
}

impl Server {
    fn start() -> (Arc<Self>, Meetings) {
        Self::start_that_takes(Duration::ZERO)
    }

    /// A server with this response time.
    fn start_that_takes(takes: Duration) -> (Arc<Self>, Meetings) {
        let server = Arc::new(Self {
            time: Arc::new(VirtualTime::new()),
            running: Mutex::default(),
            asked: Mutex::default(),
            fails: Mutex::default(),
            takes,
        });
        let timer = Timer::Virtual(Arc::clone(&server.time));
        let asked = Arc::clone(&server);
        let ask = move |room: Uuid| -> futures_util::future::BoxFuture<'static, _> {
            let server = Arc::clone(&asked);
            Box::pin(async move { server.answer(room).await })
        };
        let questions = Questions::new(Box::new(ask), PER_SECOND, timer);
        (server, Meetings::new(questions))
    }

    async fn answer(&self, room: Uuid) -> Result<Option<Meeting>, ConferenceError> {
        let asked = self.time.now();
        self.asked.lock().expect("not poisoned").push((room, asked));
        let create_time = self
            .running
            .lock()
            .expect("not poisoned")
            .get(&room)
            .copied();
        self.time.sleep_until(asked + self.takes).await;
        if *self.fails.lock().expect("not poisoned") {
            return Err(ConferenceError::Slow);
        }
        Ok(create_time.map(|create_time| Meeting {
            id: room.to_string(),
            create_time,
            running: true,
            ..Meeting::default()
        }))
    }

    fn run(&self, room: Uuid, create_time: i64) {
        let mut running = self.running.lock().expect("not poisoned");
        running.insert(room, create_time);
    }

    fn end(&self, room: Uuid) {
        self.running.lock().expect("not poisoned").remove(&room);
    }

    fn questions(&self) -> usize {
        self.asked.lock().expect("not poisoned").len()
    }
}

fn is_open(waiter: &mut Waiter, room: Uuid) -> bool {
    let capability = Capability {
        room,
        entry: EntryMethod::Code,
        generation: 0,
    };
    waiter.is_open_to(&capability, Moment(0))
}

impl Server {
    /// How long it takes until the waiter is notified.
    async fn told_after(&self, waiter: &mut Waiter, room: Uuid) -> Duration {
        let began = self.time.now();
        while !is_open(waiter, room) {
            assert!(self.time.now() - began < Duration::from_mins(2), "not told");
            self.time.pass(Duration::from_millis(5)).await;
        }
        self.time.now() - began
    }

    async fn pass(&self, time: Duration) {
        self.time.pass(time).await;
    }
}

fn room(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

#[tokio::test]
async fn a_thousand_who_wait_for_one_meeting_are_one_question_and_told_at_once() {
    let (server, meetings) = Server::start();
    let mut waiters: Vec<_> = (0..1_000).map(|_| meetings.wait_for(room(1))).collect();
    server.pass(Duration::from_mins(1)).await;
    assert!(server.questions() <= 7, "{}", server.questions());
    let before = server.questions();
    // The first participant joins four seconds after the start.
    meetings.changed(room(1));
    server.pass(Duration::from_secs(4)).await;
    server.run(room(1), 5);
    for waiter in &mut waiters {
        assert!(server.told_after(waiter, room(1)).await <= Duration::from_millis(500));
    }
    let asked = server.questions() - before;
    assert!((8..=10).contains(&asked), "{asked}");
}

#[tokio::test]
async fn those_who_wait_for_many_meetings_are_asked_for_in_turn_and_a_start_comes_first() {
    let (server, meetings) = Server::start();
    let mut waiters: Vec<_> = (0..2_000)
        .map(|number| meetings.wait_for(room(number)))
        .collect();
    server.pass(Duration::from_secs(80)).await;
    meetings.changed(room(7));
    server.run(room(7), 5);
    let told = server.told_after(&mut waiters[7], room(7)).await;
    assert!(told <= Duration::from_millis(100), "{told:?}");
    let asked = server.asked.lock().expect("not poisoned").clone();
    for second in asked.windows(PER_SECOND as usize + 1) {
        assert!(second[PER_SECOND as usize].1 - second[0].1 >= Duration::from_secs(1));
    }
    let mut times = HashMap::new();
    for (room, _) in asked {
        *times.entry(room).or_insert(0) += 1;
    }
    assert_eq!(times.len(), 2_000, "none is left out");
    assert!(times.values().all(|times| (1..=4).contains(times)));
}

#[tokio::test]
async fn a_start_by_another_node_is_known_by_the_database() {
    use crate::storage::rooms::RoomState;
    let (server, meetings) = Server::start();
    let mut waiter = meetings.wait_for(room(1));
    let watched = meetings.waited_for().await.remove(0);
    let room_state = |at| Some(RoomState::for_tests(room(1), at));
    watched.set_room_state(room_state(None), Moment(0));
    server.pass(Duration::from_secs(11)).await;
    let before = server.questions();
    // The other node's clock is an hour behind.
    watched.set_room_state(room_state(Some(Moment(-3_600_000))), Moment(0));
    server.pass(Duration::from_secs(3)).await;
    assert!(server.questions() - before >= 5);
    server.run(room(1), 5);
    assert!(server.told_after(&mut waiter, room(1)).await <= Duration::from_millis(500));
}

#[tokio::test]
async fn who_enters_at_the_same_moment_shares_a_question_and_what_does_not_run_is_asked_anew() {
    let (server, meetings) = Server::start_that_takes(Duration::from_millis(300));
    let enter = async |people: usize| {
        let mut entering = JoinSet::new();
        for _ in 0..people {
            let meetings = meetings.clone();
            entering.spawn(async move { meetings.running(room(1), |_| true).await });
        }
        let entered = server.time.finish(entering).await;
        let let_in = |entered: &Result<Option<_>, _>| matches!(entered, Ok(Some(_)));
        entered.iter().filter(|entered| let_in(entered)).count()
    };
    assert_eq!(enter(40).await, 0);
    assert_eq!(server.questions(), 1);
    server.run(room(1), 5);
    assert_eq!(enter(40).await, 40, "asked anew");
    assert_eq!(server.questions(), 2);
    assert_eq!(enter(40).await, 40, "known");
    assert_eq!(server.questions(), 2);
    server.pass(Duration::from_secs(1)).await;
    assert_eq!(enter(40).await, 40);
    assert_eq!(server.questions(), 3, "not older than a second");
    server.end(room(1));
    server.pass(Duration::from_secs(1)).await;
    assert_eq!(enter(40).await, 0, "nobody enters a dead meeting");
    // A recent response about another meeting of the room is not accepted.
    server.run(room(1), 6);
    let mut other = JoinSet::new();
    other.spawn(async move {
        let the_one = |meeting: &Meeting| meeting.create_time == 5;
        meetings.running(room(1), the_one).await
    });
    let other = server.time.finish(other).await.remove(0);
    assert!(other.expect("an answer").is_none());
}

#[tokio::test]
async fn an_answer_that_was_on_its_way_while_the_meeting_was_started_is_asked_for_anew() {
    let (server, meetings) = Server::start_that_takes(Duration::from_millis(300));
    let mut entering = JoinSet::new();
    let entrance = meetings.clone();
    entering.spawn(async move { entrance.running(room(1), |_| true).await });
    server.pass(Duration::from_millis(100)).await;
    assert_eq!(server.questions(), 1);
    // A response that the meeting does not run is on its way.
    server.run(room(1), 5);
    meetings.changed(room(1));
    let entered = server.time.finish(entering).await.remove(0);
    assert!(entered.expect("an answer").is_some());
    assert_eq!(server.questions(), 2);
}

#[tokio::test]
async fn where_more_enter_than_may_be_asked_for_an_answer_serves_for_longer() {
    let (server, meetings) = Server::start();
    let mut entering = JoinSet::new();
    let began = server.time.now();
    // Two thousand people join two hundred meetings within eight seconds.
    for person in 0_u32..2_000 {
        let number = room(u128::from(person % 200));
        server.run(number, 5);
        let (meetings, time) = (meetings.clone(), Arc::clone(&server.time));
        entering.spawn(async move {
            time.sleep_until(began + person * Duration::from_millis(4))
                .await;
            let came = time.now();
            let meeting = meetings.running(number, |_| true).await;
            assert!(meeting.expect("an answer").is_some());
            time.now() - came
        });
    }
    let waited = server.time.finish(entering).await;
    let longest = waited.iter().max().expect("people");
    assert!(*longest < Duration::from_secs(5), "{longest:?}");
    assert!(server.questions() <= 450, "{}", server.questions());
}

#[tokio::test]
async fn a_meeting_that_nobody_waits_for_is_asked_for_no_more_and_forgotten() {
    let (server, meetings) = Server::start();
    for number in 0..3_000 {
        drop(meetings.wait_for(room(number)));
        let meetings = meetings.clone();
        let mut asking = JoinSet::new();
        asking.spawn(async move { meetings.ran_lately(room(number)).await });
        let answer = server.time.finish(asking).await.remove(0);
        assert!(!answer.expect("an answer"));
    }
    let before = server.questions();
    server.pass(Duration::from_mins(5)).await;
    assert_eq!(server.questions(), before);
    // Those of the last ten seconds, and as many again before the others are dropped.
    assert!(meetings.kept() <= 1_010, "{}", meetings.kept());
}

#[tokio::test]
async fn a_server_that_fails_is_not_pressed_and_its_recovery_is_noticed() {
    let (server, meetings) = Server::start();
    *server.fails.lock().expect("not poisoned") = true;
    server.run(room(1), 5);
    let mut waiter = meetings.wait_for(room(1));
    meetings.changed(room(1));
    server.pass(Duration::from_secs(10)).await;
    assert!(
        (4..=6).contains(&server.questions()),
        "{}",
        server.questions()
    );
    assert!(!is_open(&mut waiter, room(1)));
    *server.fails.lock().expect("not poisoned") = false;
    assert!(server.told_after(&mut waiter, room(1)).await <= Duration::from_secs(2));
}
