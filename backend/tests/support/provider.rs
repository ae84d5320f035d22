//! An identity provider that answers as a test says, as providers in the world do: it signs in whoever comes.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::extract::{RawForm, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{any, get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderMap, StatusCode, header};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use p256::ecdsa::SigningKey;
use p256::elliptic_curve::rand_core::OsRng;
use p256::pkcs8::EncodePrivateKey as _;
use parvis_sandbox::{Fault, REDIRECTED};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

use super::{Answer, Person};

/// How it behaves.
pub struct Behaviour {
    /// Put over its description; `null` takes away.
    pub metadata: Value,
    /// Put over the claims of its identity tokens.
    pub id_token: Value,
    /// What userinfo tells; nowhere where it is `null`.
    pub userinfo: Value,
    /// In which algorithm userinfo is signed, if it is.
    pub userinfo_algorithm: Option<Algorithm>,
    /// In which algorithm its identity tokens are signed.
    pub id_token_algorithm: Algorithm,
    /// Put over what it says of an access token; there is no such endpoint where it is `null`.
    pub introspection: Value,
    /// What it answers instead.
    pub introspection_answer: Option<(StatusCode, String)>,
    /// Whether the description cannot be had.
    pub is_down: bool,
    /// What it answers to a code, instead of tokens.
    pub token_answer: Option<(StatusCode, String)>,
    /// How an endpoint fails: its path, and the fault.
    pub fault: Option<(&'static str, Fault)>,
    /// How long it takes to answer for its description, and about a token.
    pub delay: Duration,
    key: Key,
    published: Vec<Key>,
    nonce: String,
}

#[derive(Clone)]
struct Key {
    secret: SigningKey,
    id: String,
}

impl Key {
    fn draw(id: &str) -> Self {
        let secret = SigningKey::random(&mut OsRng);
        let id = id.to_owned();
        Self { secret, id }
    }

    fn public(&self) -> Value {
        let point = self.secret.verifying_key().to_encoded_point(false);
        let text =
            |bytes: Option<&p256::FieldBytes>| URL_SAFE_NO_PAD.encode(bytes.expect("a point"));
        json!({
            "kty": "EC", "crv": "P-256", "x": text(point.x()), "y": text(point.y()), "kid": self.id,
        })
    }

    fn sign(&self, algorithm: Algorithm, claims: &Value) -> String {
        let key = match algorithm {
            Algorithm::HS256 => EncodingKey::from_secret(b"client secret"),
            _ => EncodingKey::from_ec_der(self.secret.to_pkcs8_der().expect("a key").as_bytes()),
        };
        let mut header = Header::new(algorithm);
        header.kid = (algorithm == Algorithm::ES256).then(|| self.id.clone());
        jsonwebtoken::encode(&header, claims, &key).expect("signed")
    }
}

/// What it was requests.
#[derive(Default)]
pub struct Requests {
    /// How often for its description.
    pub descriptions: usize,
    /// How often for its keys.
    pub keys: usize,
    /// The body and the header `authorization` of the last code that was to be redeemed.
    pub code: (String, Option<String>),
    /// How often about an access token.
    pub introspections: usize,
    /// How often it was asked for where a fault redirects to.
    pub redirected: usize,
    /// The same of the last access token that was asked about.
    pub introspection: (String, Option<String>),
}

#[derive(Clone)]
struct Shared {
    issuer: String,
    behaviour: Arc<Mutex<Behaviour>>,
    requests: Arc<Mutex<Requests>>,
}

/// A running provider.
pub struct Provider {
    pub issuer: String,
    shared: Shared,
    _tasks: JoinSet<()>,
}

impl Provider {
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let issuer = format!("http://127.0.0.1:{port}");
        let key = Key::draw("first");
        let behaviour = Behaviour {
            metadata: json!({}),
            id_token: json!({}),
            userinfo: Value::Null,
            userinfo_algorithm: None,
            id_token_algorithm: Algorithm::ES256,
            introspection: json!({}),
            introspection_answer: None,
            is_down: false,
            token_answer: None,
            fault: None,
            delay: Duration::ZERO,
            published: vec![key.clone()],
            key,
            nonce: String::new(),
        };
        let shared = Shared {
            issuer: issuer.clone(),
            behaviour: Arc::new(Mutex::new(behaviour)),
            requests: Arc::default(),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/jwks", get(keys))
            .route("/token", post(redeem))
            .route("/introspect", post(introspect))
            .route("/userinfo", get(userinfo))
            .route(REDIRECTED, any(redirected))
            .layer(from_fn_with_state(shared.clone(), fail))
            .with_state(shared.clone());
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            // It ends by being aborted alone.
            let _ = axum::serve(listener, router).await;
        });
        Self {
            issuer,
            shared,
            _tasks: tasks,
        }
    }

    /// Has it behave otherwise from now on.
    pub fn behaviour(&self) -> MutexGuard<'_, Behaviour> {
        self.shared.behaviour.lock().expect("not poisoned")
    }

    /// What it was requests so far.
    pub fn requests(&self) -> MutexGuard<'_, Requests> {
        self.shared.requests.lock().expect("not poisoned")
    }

    /// Signs with a new key from now on, and publishes that one alone.
    pub fn replace_key(&self) {
        let mut behaviour = self.behaviour();
        behaviour.key = Key::draw("second");
        behaviour.published = vec![behaviour.key.clone()];
    }

    /// Signs with a key that it does not publish, under this name.
    pub fn lose_key(&self, id: &str) {
        self.behaviour().key = Key::draw(id);
    }

    /// Lets `person` go there from the portal and come back; answers what the portal then says.
    pub async fn sign_in(&self, person: &Person) -> Answer {
        let address = self.address(person).await;
        let query = |name: &str| {
            let pair = address.query_pairs().find(|(own, _)| own == name);
            pair.map(|(_, value)| value.into_owned())
                .unwrap_or_default()
        };
        self.behaviour().nonce = query("nonce");
        let state = query("state");
        let back = format!("/auth/callback?code=a-code&state={state}");
        person.get(&back).await
    }

    /// Where the portal sends `person`.
    pub async fn address(&self, person: &Person) -> Url {
        let answer = person.get("/auth/sign-in").await;
        Url::parse(answer.location()).expect("an address")
    }
}

/// `changes` over `whole`; `null` takes away.
fn changed(mut whole: Value, changes: &Value) -> Value {
    let object = whole.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().into_iter().flatten() {
        if value.is_null() {
            object.remove(name);
        } else {
            object.insert(name.clone(), value.clone());
        }
    }
    whole
}

/// Has an endpoint fail where a test says so.
async fn fail(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let fault = shared.behaviour.lock().expect("not poisoned").fault;
    match fault {
        Some((path, fault)) if path == request.uri().path() => {
            let response = fault.response(std::future::pending()).await;
            response.expect("a fault has an answer of its own")
        }
        _ => next.run(request).await,
    }
}

async fn redirected(State(shared): State<Shared>) -> StatusCode {
    shared.requests.lock().expect("not poisoned").redirected += 1;
    StatusCode::OK
}

async fn describe(State(shared): State<Shared>) -> Response {
    shared.requests.lock().expect("not poisoned").descriptions += 1;
    let delay = shared.behaviour.lock().expect("not poisoned").delay;
    tokio::time::sleep(delay).await;
    let issuer = &shared.issuer;
    let behaviour = shared.behaviour.lock().expect("not poisoned");
    if behaviour.is_down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let mut description = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "end_session_endpoint": format!("{issuer}/end"),
        "jwks_uri": format!("{issuer}/jwks"),
        "id_token_signing_alg_values_supported": ["ES256"],
    });
    if !behaviour.introspection.is_null() {
        description["introspection_endpoint"] = json!(format!("{issuer}/introspect"));
    }
    if !behaviour.userinfo.is_null() {
        description["userinfo_endpoint"] = json!(format!("{issuer}/userinfo"));
    }
    Json(changed(description, &behaviour.metadata)).into_response()
}

async fn keys(State(shared): State<Shared>) -> Json<Value> {
    shared.requests.lock().expect("not poisoned").keys += 1;
    let behaviour = shared.behaviour.lock().expect("not poisoned");
    let mut keys: Vec<Value> = behaviour.published.iter().map(Key::public).collect();
    // As providers have them beside: a key of a kind that nobody knows.
    keys.push(json!({ "kty": "unknown", "kid": "x", "use": "sig" }));
    Json(json!({ "keys": keys }))
}

async fn redeem(State(shared): State<Shared>, headers: HeaderMap, body: RawForm) -> Response {
    let authorization = headers.get(header::AUTHORIZATION);
    shared.requests.lock().expect("not poisoned").code = (
        String::from_utf8_lossy(&body.0).into_owned(),
        authorization.map(|value| value.to_str().expect("text").to_owned()),
    );
    let behaviour = shared.behaviour.lock().expect("not poisoned");
    if let Some((status, answer)) = &behaviour.token_answer {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        return (*status, kind, answer.clone()).into_response();
    }
    let now = now();
    let claims = json!({
        "iss": shared.issuer, "aud": "parvis", "sub": "alix", "nonce": behaviour.nonce,
        "iat": now, "exp": now + 300,
    });
    let claims = changed(claims, &behaviour.id_token);
    let id_token = behaviour.key.sign(behaviour.id_token_algorithm, &claims);
    let answer = json!({
        "access_token": "an-access-token", "token_type": "Bearer", "id_token": id_token,
    });
    Json(answer).into_response()
}

async fn introspect(State(shared): State<Shared>, headers: HeaderMap, body: RawForm) -> Response {
    let authorization = headers.get(header::AUTHORIZATION);
    {
        let mut requests = shared.requests.lock().expect("not poisoned");
        requests.introspections += 1;
        requests.introspection = (
            String::from_utf8_lossy(&body.0).into_owned(),
            authorization.map(|value| value.to_str().expect("text").to_owned()),
        );
    }
    let delay = shared.behaviour.lock().expect("not poisoned").delay;
    tokio::time::sleep(delay).await;
    let behaviour = shared.behaviour.lock().expect("not poisoned");
    if let Some((status, answer)) = &behaviour.introspection_answer {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        return (*status, kind, answer.clone()).into_response();
    }
    let claims = json!({
        "active": true, "scope": "openid email", "aud": "parvis", "sub": "alix",
        "exp": now() + 3600, "token_type": "Bearer",
    });
    Json(changed(claims, &behaviour.introspection)).into_response()
}

async fn userinfo(State(shared): State<Shared>, headers: HeaderMap) -> Response {
    let behaviour = shared.behaviour.lock().expect("not poisoned");
    let expected = "Bearer an-access-token";
    if headers
        .get(header::AUTHORIZATION)
        .is_none_or(|own| own != expected)
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match behaviour.userinfo_algorithm {
        Some(algorithm) => {
            let kind = [(header::CONTENT_TYPE, "application/jwt; charset=utf-8")];
            (kind, behaviour.key.sign(algorithm, &behaviour.userinfo)).into_response()
        }
        None => Json(behaviour.userinfo.clone()).into_response(),
    }
}

/// The tests' own time: seconds since 1970.
fn now() -> i64 {
    super::builder::START / 1000
}
