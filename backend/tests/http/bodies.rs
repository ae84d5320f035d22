//! Request bodies: arrays are refused in place of objects, at every depth.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{RoomDetails, RoomPage};
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::support::{Answer, Portal, address};

const HOST_SECRET: &str = "a-host-secret-of-at-least-32-characters";

/// A value that a schema of the API's description takes.
fn sample(api: &Value, schema: &Value) -> Value {
    let schema = resolved(api, schema);
    if let Some(values) = schema["enum"].as_array() {
        return values[0].clone();
    }
    if schema["properties"].is_object() {
        let fields = properties(schema);
        let samples = fields.map(|(name, field)| (name.clone(), sample(api, field)));
        return Value::Object(samples.collect());
    }
    match (type_of(schema), schema["format"].as_str()) {
        ("string", Some("uuid")) => json!("01890000-0000-7000-8000-000000000000"),
        ("string", _) => json!("411464571"),
        ("integer", _) => json!(5),
        ("boolean", _) => json!(false),
        other => panic!("no sample for {other:?}: {schema}"),
    }
}

/// Each object of a body, replaced by an array in every way in which it might be taken for one: the
/// body with it, and the name of what was replaced.
fn with_arrays(api: &Value, schema: &Value, name: &str) -> Vec<(String, Value)> {
    let schema = resolved(api, schema);
    if !schema["properties"].is_object() {
        return Vec::new();
    }
    let values: Vec<Value> = properties(schema)
        .map(|(_, field)| sample(api, field))
        .collect();
    let mut all = vec![(name.to_owned(), json!([]))];
    // Derived readers take the fields in the order of their declaration, which a description does not
    // tell: one value, and each two of few.
    if values.len() <= 3 {
        for (index, first) in values.iter().enumerate() {
            all.push((name.to_owned(), json!([first])));
            for (other, second) in values.iter().enumerate() {
                if index != other {
                    all.push((name.to_owned(), json!([first, second])));
                }
            }
        }
    }
    let whole = sample(api, schema);
    for (field, inner) in properties(schema) {
        for (name, array) in with_arrays(api, inner, &format!("{name}.{field}")) {
            let mut body = whole.clone();
            body[field] = array;
            all.push((name, body));
        }
    }
    all
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

fn type_of(schema: &Value) -> &str {
    let kind = &schema["type"];
    // `["string", "null"]` where it may be left out.
    kind.as_str()
        .or_else(|| kind[0].as_str())
        .unwrap_or_default()
}

/// Follows references, and alternatives to `null`.
fn resolved<'a>(api: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let pointer = reference.trim_start_matches('#');
        return resolved(api, api.pointer(pointer).expect("described"));
    }
    for alternatives in ["oneOf", "anyOf"] {
        if let Some(all) = schema[alternatives].as_array() {
            let one = all.iter().find(|one| one["type"] != "null");
            return resolved(api, one.expect("an alternative"));
        }
    }
    schema
}

#[tokio::test]
async fn arrays_are_refused_in_the_place_of_every_object_of_every_request_body() {
    let folder = tempfile::tempdir().expect("a folder");
    let secret = folder.path().join("secret");
    std::fs::write(&secret, HOST_SECRET).expect("a file");
    let secret = secret.display().to_string();
    let portal = Portal::builder()
        .variable("PARVIS_HOST_SECRET_FILE", &secret)
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let waiting = json!({ "options": { "waiting_room": true } });
    alix.change(&room, waiting).await;
    let api: Value = alix.get("/api/v1/openapi.json").await.json();
    let mut refused: Map<String, Value> = Map::new();
    let mut taken = Vec::new();
    for (path, methods) in api["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            if schema.is_null() {
                continue;
            }
            // Any identifier of a file: a body is read before a file is looked for.
            let id = room.id.to_string();
            let address = path.replace("{id}", &id).replace("{file}", &id);
            let method: Method = method.to_uppercase().parse().expect("a method");
            for (name, body) in with_arrays(&api, schema, &format!("{method} {path}")) {
                let request = alix.request(method.clone(), &address);
                let request = request.bearer_auth(HOST_SECRET).json(&body);
                let answer = Answer::of(request).await;
                if answer.status.as_u16() == ProblemKind::Malformed.status() {
                    answer.assert_problem(ProblemKind::Malformed);
                    refused.insert(name, body);
                } else {
                    taken.push(format!("{name}: {body} is answered {}", answer.status));
                }
            }
        }
    }
    assert_eq!(taken, Vec::<String>::new());
    for name in [
        "POST /api/v1/rooms",
        "POST /api/v1/rooms.options",
        "PATCH /api/v1/rooms/{id}",
        "PATCH /api/v1/rooms/{id}.options",
        "PUT /api/v1/rooms/order",
        "POST /api/v1/join",
        "POST /api/v1/join/resolve",
        "POST /api/v1/code",
        "POST /api/v1/session/token",
    ] {
        assert!(refused.contains_key(name), "{name} was put to the test");
    }
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 1, "no array has created a room");
    let details: RoomDetails = alix.get(&address(&room)).await.json();
    assert!(details.options.waiting_room, "nor changed one");
}
