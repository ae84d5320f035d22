//! An SMTP server that keeps what it is given, or fails as told.

use std::sync::{Arc, Mutex, MutexGuard};

use mail_parser::MessageParser;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::deadline::eventually;

/// What the server does with mails.
#[derive(Clone, Copy)]
pub enum MailBehaviour {
    /// It takes them.
    Accept,
    /// It answers this to each recipient, followed by the recipient's address, as servers do.
    Refuse(&'static str),
    /// It closes the connection instead of taking the text.
    Close,
    /// It never answers to a text.
    Hang,
}

/// A mail that the server has taken.
#[derive(Clone)]
pub struct ReceivedMail {
    /// Who it is for, by the envelope.
    pub recipient: String,
    /// As it was sent.
    pub raw: String,
    pub subject: String,
    pub message_id: String,
    pub text: String,
    pub html: String,
}

impl ReceivedMail {
    fn new(recipient: String, raw: String) -> Self {
        let message = MessageParser::default().parse(&raw).expect("a message");
        Self {
            subject: message.subject().expect("a subject").to_owned(),
            message_id: message.message_id().expect("an identifier").to_owned(),
            text: message.body_text(0).expect("a text").into_owned(),
            html: message.body_html(0).expect("HTML").into_owned(),
            recipient,
            raw,
        }
    }
}

struct State {
    behaviour: MailBehaviour,
    attempts: usize,
    received: Vec<ReceivedMail>,
}

/// A running server; it ends when it is dropped.
pub struct MailServer {
    /// Its address, for `PARVIS_SMTP_URL`.
    pub url: String,
    state: Arc<Mutex<State>>,
    _task: JoinSet<()>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        Self::serve(listener.expect("a free port"))
    }

    /// Starts at an address where there is no server so far.
    pub async fn start_at(url: &str) -> Self {
        let address = url.strip_prefix("smtp://").expect("an address");
        let listener = TcpListener::bind(address).await;
        Self::serve(listener.expect("the port is still free"))
    }

    /// An address where no server is.
    pub async fn nowhere() -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let address = listener.and_then(|listener| listener.local_addr());
        format!("smtp://{}", address.expect("a free port"))
    }

    fn serve(listener: TcpListener) -> Self {
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(Mutex::new(State {
            behaviour: MailBehaviour::Accept,
            attempts: 0,
            received: Vec::new(),
        }));
        let mut task = JoinSet::new();
        let shared = Arc::clone(&state);
        task.spawn(async move {
            let mut sessions = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                sessions.spawn(Session::new(stream, Arc::clone(&shared)).run());
            }
        });
        Self {
            url: format!("smtp://{address}"),
            state,
            _task: task,
        }
    }

    pub fn set_behaviour(&self, behaviour: MailBehaviour) {
        lock(&self.state).behaviour = behaviour;
    }

    /// How many times a recipient was named.
    pub fn attempts(&self) -> usize {
        lock(&self.state).attempts
    }

    /// The mails that it has taken.
    pub fn received(&self) -> Vec<ReceivedMail> {
        lock(&self.state).received.clone()
    }

    /// Waits until it has taken this many mails.
    pub async fn wait_for(&self, count: usize) -> Vec<ReceivedMail> {
        eventually("the mails", async || {
            let received = self.received();
            (received.len() >= count).then_some(received)
        })
        .await
    }

    /// Waits until a recipient was named this many times.
    pub async fn wait_for_attempts(&self, count: usize) {
        eventually("the attempts", async || {
            (self.attempts() >= count).then_some(())
        })
        .await;
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("not poisoned")
}

/// A connection.
struct Session {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
    state: Arc<Mutex<State>>,
}

impl Session {
    fn new(stream: TcpStream, state: Arc<Mutex<State>>) -> Self {
        let (reader, writer) = stream.into_split();
        Self {
            reader: BufReader::new(reader),
            writer,
            state,
        }
    }

    /// Ends with the connection.
    async fn run(mut self) {
        let mut recipient = String::new();
        let mut answered = self.answer("220 mail.test").await;
        while answered.is_some() {
            let Some(line) = self.line().await else {
                return;
            };
            let behaviour = lock(&self.state).behaviour;
            let verb = line.split([' ', ':']).next().unwrap_or_default();
            answered = match (verb.to_ascii_uppercase().as_str(), behaviour) {
                ("EHLO", _) => self.answer("250-mail.test\r\n250 8BITMIME").await,
                ("RCPT", behaviour) => {
                    recipient = between(&line, '<', '>');
                    lock(&self.state).attempts += 1;
                    match behaviour {
                        MailBehaviour::Refuse(reply) => {
                            self.answer(&format!("{reply} <{recipient}>")).await
                        }
                        _ => self.answer("250 OK").await,
                    }
                }
                ("DATA", MailBehaviour::Close) | ("QUIT", _) => None,
                ("DATA", behaviour) => self.take(&recipient, behaviour).await,
                _ => self.answer("250 OK").await,
            };
        }
    }

    async fn take(&mut self, recipient: &str, behaviour: MailBehaviour) -> Option<()> {
        self.answer("354 go on").await?;
        let mut raw = String::new();
        loop {
            let line = self.line().await?;
            if line == "." {
                break;
            }
            raw.push_str(line.strip_prefix('.').unwrap_or(&line));
            raw.push_str("\r\n");
        }
        if matches!(behaviour, MailBehaviour::Hang) {
            std::future::pending::<()>().await;
        }
        let mail = ReceivedMail::new(recipient.to_owned(), raw);
        lock(&self.state).received.push(mail);
        self.answer("250 taken").await
    }

    async fn answer(&mut self, text: &str) -> Option<()> {
        let line = format!("{text}\r\n");
        self.writer.write_all(line.as_bytes()).await.ok()
    }

    async fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.reader.read_line(&mut line).await.ok()?;
        (length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
    }
}

fn between(text: &str, start: char, end: char) -> String {
    let rest = text.split_once(start).map_or("", |(_, rest)| rest);
    rest.split(end).next().unwrap_or_default().to_owned()
}
