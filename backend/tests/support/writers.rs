//! People who change rooms at the same time, and look into the file after each answer.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use parvis_contract::room::{Room, RoomId};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::Answer;
use super::file::File;

/// How many change rooms at once.
const WRITERS: usize = 8;

/// A stage that takes longer is cut short: what it was to show is not shown.
const DEADLINE: Duration = Duration::from_mins(2);

/// Eight writers at one backend.
pub struct Writers(Vec<Writer>);

/// What was answered in a stage, by status, and what of that was not in the file.
#[derive(Debug, Default)]
pub struct Report {
    /// How many answers of each status there were.
    pub answers: BTreeMap<u16, usize>,
    /// Changes that were answered 2xx and were not in the file at once.
    pub lost_at_once: usize,
    /// Changes that were answered 2xx, in this stage or before, and were not in it at its end.
    pub lost: usize,
    /// The kinds of problems.
    pub problems: BTreeMap<String, usize>,
}

impl Report {
    /// How many were answered 2xx.
    pub fn kept(&self) -> usize {
        let good = self.answers.iter().filter(|(status, _)| **status < 300);
        good.map(|(_, count)| count).sum()
    }

    /// How many were not.
    pub fn refused(&self) -> usize {
        self.answers.values().sum::<usize>() - self.kept()
    }

    fn add(&mut self, other: Self) {
        for (status, count) in other.answers {
            *self.answers.entry(status).or_default() += count;
        }
        for (kind, count) in other.problems {
            *self.problems.entry(kind).or_default() += count;
        }
        self.lost_at_once += other.lost_at_once;
        self.lost += other.lost;
    }
}

/// When a writer stops.
#[derive(Clone, Copy)]
pub enum Until {
    /// After so many refusals.
    Refused(usize),
    /// After so many rounds of creating a room, asking for the same again, renaming it and starring it.
    Rounds(usize),
}

impl Writers {
    /// Those who write to the backend at `origin`, signed in by `cookie` (`name=token`).
    pub async fn at(origin: &str, portal: &str, cookie: &str, file: &Path) -> Self {
        let mut writers = Vec::new();
        for number in 0..WRITERS {
            writers.push(Writer {
                number,
                client: Client::new(),
                origin: origin.to_owned(),
                portal: portal.to_owned(),
                cookie: cookie.to_owned(),
                file: File::open(file).await,
                rooms: BTreeMap::new(),
                created: 0,
            });
        }
        Self(writers)
    }

    /// All write at once; answers what came of it.
    pub async fn write(&mut self, until: Until) -> Report {
        let mut tasks = JoinSet::new();
        for mut writer in self.0.drain(..) {
            tasks.spawn(async move {
                let report = writer.stage(until).await;
                (writer, report)
            });
        }
        let mut all = Report::default();
        for (writer, report) in tasks.join_all().await {
            all.add(report);
            self.0.push(writer);
        }
        all
    }
}

/// A room as its writer was told that it is.
struct Told {
    name: String,
    starred: bool,
}

struct Writer {
    number: usize,
    client: Client,
    origin: String,
    portal: String,
    cookie: String,
    file: File,
    rooms: BTreeMap<RoomId, Told>,
    created: usize,
}

impl Writer {
    async fn stage(&mut self, until: Until) -> Report {
        let mut report = Report::default();
        let start = Instant::now();
        let mut rounds = 0;
        while start.elapsed() < DEADLINE {
            match until {
                Until::Refused(count) if report.refused() >= count => break,
                Until::Rounds(count) if rounds == count => break,
                _ => self.round(&mut report).await,
            }
            rounds += 1;
        }
        for (id, told) in &self.rooms {
            if !holds(&mut self.file, *id, told).await {
                report.lost += 1;
            }
        }
        report
    }

    /// Creates a room in a transaction, asks for the same again, which rolls one back, and renames it and
    /// stars it in a statement each.
    async fn round(&mut self, report: &mut Report) {
        self.created += 1;
        let name = format!("Salle {} de {}", self.created, self.number);
        // Long enough that a file has soon no room for it.
        let wish = json!({ "name": name, "options": { "welcome": "b".repeat(500) } });
        let key = format!("{} of {}", self.created, self.number);
        for _ in 0..2 {
            let create = self.request(Method::POST, "/api/v1/rooms").json(&wish);
            let created = self.send(create.header("idempotency-key", &key), report);
            if let Some(answer) = created.await {
                let id = answer.json::<Room>().id;
                let told = Told {
                    name: name.clone(),
                    starred: false,
                };
                self.note(id, told, report).await;
            }
        }
        // Where there is none yet, none is changed.
        let Some((&id, told)) = self.rooms.last_key_value() else {
            return;
        };
        let address = format!("/api/v1/rooms/{id}");
        let first = told.name.split(',').next().unwrap_or_default();
        let name = format!("{first}, renommée au tour {}", self.created);
        let starred = told.starred;
        let rename = self.request(Method::PATCH, &address);
        let renamed = self.send(rename.json(&json!({ "name": name })), report);
        if renamed.await.is_some() {
            self.note(id, Told { name, starred }, report).await;
        }
        let star = self.request(Method::PUT, &format!("{address}/favourite"));
        if self.send(star, report).await.is_some() {
            let name = self.rooms[&id].name.clone();
            let starred = true;
            self.note(id, Told { name, starred }, report).await;
        }
    }

    /// Remembers what was acknowledged, and looks for it in the file.
    async fn note(&mut self, id: RoomId, told: Told, report: &mut Report) {
        if !holds(&mut self.file, id, &told).await {
            report.lost_at_once += 1;
        }
        self.rooms.insert(id, told);
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.origin))
            .header("origin", &self.portal)
            .header("cookie", &self.cookie)
    }

    /// Sends a request; answers what came if it was 2xx.
    async fn send(&self, request: RequestBuilder, report: &mut Report) -> Option<Answer> {
        let answer = Answer::of(request).await;
        *report.answers.entry(answer.status.as_u16()).or_default() += 1;
        if answer.status.is_success() {
            return Some(answer);
        }
        assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "signed in");
        let problem: Value = serde_json::from_str(&answer.body).unwrap_or_default();
        let kind = problem["type"].as_str().unwrap_or("none").to_owned();
        *report.problems.entry(kind).or_default() += 1;
        None
    }
}

/// Whether the file holds a room as it was acknowledged.
async fn holds(file: &mut File, id: RoomId, told: &Told) -> bool {
    file.room_name(id).await.as_ref() == Some(&told.name)
        && (!told.starred || file.is_starred(id).await)
}
