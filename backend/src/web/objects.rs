//! Strict JSON objects: refuses arrays in place of structs.
//!
//! Derived deserializers accept an array for a struct, with its values in the order of the fields: `["x"]`
//! would be a room, and `[]` would be room options with every default. [`Strict`] refuses that at every depth.
//! (It does not reach what serde buffers: untagged and internally tagged enums, and `flatten`. No request body
//! uses them.)

use serde::Deserializer;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

/// A deserializer that refuses arrays for structs.
pub struct Strict(pub Value);

impl IntoDeserializer<'_, Error> for Strict {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Strict {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(items) => {
                let mut items = SeqDeserializer::new(items.into_iter().map(Self));
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Self(value)));
                let mut fields = MapDeserializer::new(fields);
                let value = visitor.visit_map(&mut fields)?;
                fields.end()?;
                Ok(value)
            }
            plain => plain.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.0.is_array() {
            return Err(Error::invalid_type(Unexpected::Seq, &visitor));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() {
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Self(value)));
                let mut fields = MapDeserializer::new(fields);
                let value = MapAccessDeserializer::new(&mut fields)
                    .deserialize_enum(name, variants, visitor)?;
                fields.end()?;
                Ok(value)
            }
            plain => plain.deserialize_enum(name, variants, visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        Plain,
        With(Inner),
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    #[derive(Default)]
    struct Inner {
        number: i64,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        inner: Option<Inner>,
        list: Vec<Inner>,
        kind: Kind,
    }

    fn read(value: Value) -> Result<Outer, Error> {
        Outer::deserialize(Strict(value))
    }

    #[test]
    fn objects_lists_and_enums_are_read_as_they_are() {
        let whole = json!({ "inner": { "number": 1 }, "list": [{}], "kind": { "With": {} } });
        let expected = Outer {
            inner: Some(Inner { number: 1 }),
            list: vec![Inner::default()],
            kind: Kind::With(Inner::default()),
        };
        assert_eq!(read(whole).expect("reads"), expected);
        let bare = json!({ "inner": null, "list": [], "kind": "Plain" });
        assert_eq!(read(bare).expect("reads").inner, None);
    }

    #[test]
    fn an_array_is_no_object_at_any_depth() {
        for refused in [
            json!([null, [], "Plain"]),
            json!({ "inner": [], "list": [], "kind": "Plain" }),
            json!({ "inner": [1], "list": [], "kind": "Plain" }),
            json!({ "inner": null, "list": [[]], "kind": "Plain" }),
            json!({ "inner": null, "list": [], "kind": { "With": [] } }),
        ] {
            let text = refused.to_string();
            assert!(
                serde_json::from_value::<Outer>(refused.clone()).is_ok(),
                "{text} would be taken"
            );
            assert!(read(refused).is_err(), "{text}");
        }
    }
}
