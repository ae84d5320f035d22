//! A person with a browser: cookies, no redirects followed unasked, `Origin` on what changes.

use std::sync::Arc;

use parvis_contract::join::JoinOutcome;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::recording::RecordingList;
use parvis_contract::room::{Entrance, Room};
use parvis_contract::{CONTRACT_HEADER, CONTRACT_VERSION};
use reqwest::cookie::{CookieStore as _, Jar};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header::HeaderMap};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

use super::Portal;
use super::deadline::within;

/// A code that no room has: none starts with 0.
pub const WRONG_CODE: &str = "000000000";

/// The addresses of agents at the sandbox's provider.
pub const CAMILLE: &str = "camille.durand@exemple.education.fr";
pub const DOMINIQUE: &str = "dominique.bernard@exemple.education.fr";

/// The address of a room.
pub fn address(room: &Room) -> String {
    format!("/api/v1/rooms/{}", room.id)
}

/// A person with a browser of their own.
#[derive(Clone)]
pub struct Person {
    client: Client,
    jar: Arc<Jar>,
    /// The portal's origin.
    origin: String,
    /// The origin of the node that is asked: the portal's, if there is one node.
    node: String,
}

impl Person {
    pub(super) fn new(portal: &Portal) -> Self {
        let jar = Arc::new(Jar::default());
        let client = Client::builder()
            // Reading the system's certificates takes longer than most tests.
            .tls_built_in_root_certs(false)
            .cookie_provider(Arc::clone(&jar))
            .redirect(Policy::none())
            .build()
            .expect("a client");
        Self {
            client,
            jar,
            origin: portal.origin.clone(),
            node: portal.origin.clone(),
        }
    }

    /// The same person with the same cookies, whom a proxy leads to the node at this origin. (Cookies are those of the
    /// host name `localhost`.)
    pub fn at(&self, node: &str) -> Self {
        Self {
            node: node.to_owned(),
            ..self.clone()
        }
    }

    /// A request as the portal's own page would make it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, self.address(path))
            .header("origin", &self.origin)
    }

    /// A request without `Origin`, as when an address is typed.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.address(path))
    }

    fn address(&self, path: &str) -> String {
        let path = path.strip_prefix(&self.origin).unwrap_or(path);
        if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.node)
        }
    }

    /// The cookies that are sent to the portal.
    pub fn cookies(&self) -> String {
        let portal = self.origin.parse().expect("an address");
        let cookies = self.jar.cookies(&portal).expect("cookies");
        cookies.to_str().expect("a text").to_owned()
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.bare(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn send(&self, method: Method, path: &str) -> Answer {
        Answer::of(self.request(method, path)).await
    }

    /// Goes as far as the identity provider's page; answers its address.
    pub async fn begin_sign_in(&self, return_to: &str) -> String {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("return_to", return_to)
            .finish();
        let answer = self.get(&format!("/auth/sign-in?{query}")).await;
        answer.location().to_owned()
    }

    /// Presses a button of the identity provider's page; answers the portal's address that it leads
    /// back to. An empty account is "Refuser".
    pub async fn choose_account(&self, page: &str, account: &str) -> String {
        let page = Url::parse(page).expect("an address");
        let query = page.query().expect("an authorization request");
        let issuer = page.as_str().split("/authorize").next().expect("an issuer");
        let answer = Answer::of(
            self.client
                .post(format!("{issuer}/decision?{query}"))
                .form(&[("account", account)]),
        )
        .await;
        answer.location().to_owned()
    }

    /// Signs in as the account `name` at the attendees' identity provider; answers where the portal
    /// leads then.
    pub async fn sign_in_as_attendee(&self, name: &str) -> String {
        let answer = self
            .get("/auth/attendees/sign-in?return_to=/rejoindre/authentifie")
            .await;
        let callback = self.choose_account(answer.location(), name).await;
        self.get(&callback).await.location().to_owned()
    }

    /// Signs in as the account `name`; answers where the portal leads then.
    pub async fn sign_in(&self, name: &str, return_to: &str) -> String {
        let page = self.begin_sign_in(return_to).await;
        let account = name.to_lowercase();
        let callback = self.choose_account(&page, &account).await;
        self.get(&callback).await.location().to_owned()
    }

    /// Signs in as the account `name`; answers the cookie that says so, as `name=token`.
    pub async fn session_cookie(&self, name: &str) -> String {
        let page = self.begin_sign_in("/").await;
        let callback = self.choose_account(&page, &name.to_lowercase()).await;
        let signed_in = self.get(&callback).await;
        let cookie = signed_in.cookie("parvis").split(';').next();
        cookie.expect("a cookie").to_owned()
    }

    /// Creates a room.
    pub async fn create_room(&self, name: &str) -> Room {
        let answer = self.post("/api/v1/rooms", json!({ "name": name })).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.json()
    }

    /// Gives a room another name.
    pub async fn rename(&self, room: &Room, name: &str) -> Answer {
        self.change(room, json!({ "name": name })).await
    }

    /// Changes a room.
    pub async fn change(&self, room: &Room, change: Value) -> Answer {
        Answer::of(self.request(Method::PATCH, &address(room)).json(&change)).await
    }

    /// Adds a delegate.
    pub async fn add_delegate(&self, room: &Room, email: &str) -> Answer {
        let path = format!("{}/delegates", address(room));
        self.post(&path, json!({ "email": email })).await
    }

    /// Lists the recordings of a room and notes that they were seen.
    pub async fn see_recordings(&self, room: &Room) {
        let listed = self.list_recordings(room).await;
        self.have_seen(room, &listed).await;
    }

    /// Lists the recordings of a room.
    pub async fn list_recordings(&self, room: &Room) -> RecordingList {
        self.get(&format!("{}/recordings", address(room)))
            .await
            .json()
    }

    /// Notes that the recordings of a list were seen; none is ready in a list without a time.
    pub async fn have_seen(&self, room: &Room, listed: &RecordingList) {
        let Some(as_of) = listed.as_of else { return };
        let path = format!("{}/recordings/seen", address(room));
        let answer = self.post(&path, json!({ "as_of": as_of })).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.body);
    }

    /// Renews one means of inviting to a room.
    pub async fn renew(&self, room: &Room, what: &str) -> Answer {
        let path = format!("{}/invitation/{what}/renew", address(room));
        self.send(Method::POST, &path).await
    }

    /// Waits for a meeting: the ticket.
    pub async fn ticket(&self, secret: &str) -> String {
        let body = json!({ "secret": secret, "name": "Noé" });
        match self.post("/api/v1/join", body).await.json() {
            JoinOutcome::Waiting { ticket } => ticket,
            JoinOutcome::Joined { .. } => panic!("let in"),
        }
    }

    /// Types a connection code.
    pub async fn type_code(&self, code: &str) -> Answer {
        self.post("/api/v1/code", json!({ "code": code })).await
    }

    /// The secret that a right code gives.
    pub async fn entered_by(&self, code: &str) -> String {
        let entrance: Value = self.type_code(code).await.json();
        entrance["secret"].as_str().expect("a secret").to_owned()
    }

    /// The connection code of a room.
    pub async fn code(&self, room: &Room) -> String {
        let invitation = self.invitation(room).await;
        invitation["code"].as_str().expect("a code").to_owned()
    }

    /// The invitation data of a room.
    pub async fn invitation(&self, room: &Room) -> Value {
        let path = format!("{}/invitation", address(room));
        self.get(&path).await.json()
    }

    /// Joins with a link; answers the address in the conference, `None` when the meeting has not
    /// started.
    pub async fn join(&self, secret: &str, name: &str) -> Option<String> {
        let body = json!({ "secret": secret, "name": name });
        match self.post("/api/v1/join", body).await.json() {
            JoinOutcome::Joined { url } => Some(url),
            JoinOutcome::Waiting { .. } => None,
        }
    }

    /// Starts the meeting of a room, or enters it; answers the address in the conference.
    pub async fn launch(&self, room: &Room) -> String {
        let path = format!("{}/launch", address(room));
        let entrance: Entrance = self.send(Method::POST, &path).await.json();
        entrance.url
    }

    /// Opens the conference's page at an address that lets in. The person is in for as long as the
    /// answer is held: that is the page's connection.
    pub async fn enter(&self, portal: &Portal, door: &str) -> Response {
        let page = self.get(door).await.location().to_owned();
        let token = page.split_once("sessionToken=").expect("a token").1;
        let base = portal.sandbox.base_url();
        let events = format!("{base}/html5client/events?sessionToken={token}");
        let connected = self.client.get(events).send().await;
        let connected = connected.expect("the page connects");
        assert!(connected.status().is_success());
        connected
    }

    /// The browser itself, for requests that are made elsewhere.
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// The secrets of a room's moderator, attendee and authenticated links.
    pub async fn secrets(&self, room: &Room) -> [String; 3] {
        let invitation = self.invitation(room).await;
        ["moderator_link", "attendee_link", "authenticated_link"].map(|link| {
            let link = invitation[link].as_str().expect("a link");
            link.split_once('#')
                .expect("a secret in the fragment")
                .1
                .to_owned()
        })
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = within("an answer", request.send()).await;
        let response = response.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        Self {
            status,
            headers,
            body: within("a body", response.text()).await.expect("a body"),
        }
    }

    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        serde_json::from_str(&self.body).expect("the JSON expected")
    }

    /// Where the answer leads.
    #[track_caller]
    pub fn location(&self) -> &str {
        assert!(
            self.status.is_redirection(),
            "{} {}",
            self.status,
            self.body
        );
        self.header("location")
    }

    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("ASCII"))
    }

    /// The header that sets a cookie.
    #[track_caller]
    pub fn cookie(&self, name: &str) -> &str {
        let set = self.headers.get_all("set-cookie").iter();
        let mut set = set.map(|value| value.to_str().expect("ASCII"));
        let named = |value: &&str| {
            value
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('='))
        };
        set.find(named).expect("the cookie")
    }

    /// Checks that the answer is this problem, with all that a problem has.
    #[track_caller]
    pub fn assert_problem(&self, kind: ProblemKind) -> Problem {
        assert_eq!(self.status.as_u16(), kind.status(), "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.header(CONTRACT_HEADER), CONTRACT_VERSION.to_string());
        let problem: Problem = serde_json::from_str(&self.body).expect("a problem");
        assert_eq!(problem.kind, kind);
        assert_eq!(
            problem.request_id.as_deref(),
            Some(self.header("x-request-id"))
        );
        problem
    }
}
