//! The schema of changed options: those of [`RoomOptions`], each of which may be `null` and none of which has a
//! default.

use std::borrow::Cow;

use utoipa::openapi::schema::{
    AdditionalProperties, ObjectBuilder, OneOfBuilder, SchemaType, Type,
};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::{OptionChanges, RoomOptions};

impl PartialSchema for OptionChanges {
    fn schema() -> RefOr<Schema> {
        let mut schema = RoomOptions::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.description = Some(
                "Some of a room's options, as a JSON merge patch (RFC 7396): `null` stands for the default."
                    .to_owned(),
            );
            object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
            for property in object.properties.values_mut() {
                *property = or_null(std::mem::take(property));
            }
        }
        schema
    }
}

impl ToSchema for OptionChanges {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("OptionChanges")
    }
}

/// The schema of an option, or `null`.
fn or_null(schema: RefOr<Schema>) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::Object(mut object)) => {
            object.default = None;
            let types = match object.schema_type {
                SchemaType::Type(one) => vec![one],
                SchemaType::Array(several) => several,
                SchemaType::AnyValue => return RefOr::T(Schema::Object(object)),
            };
            let with_null = types
                .into_iter()
                .filter(|one| *one != Type::Null)
                .chain([Type::Null]);
            object.schema_type = SchemaType::Array(with_null.collect());
            RefOr::T(Schema::Object(object))
        }
        other => {
            let null = ObjectBuilder::new().schema_type(Type::Null);
            OneOfBuilder::new().item(other).item(null).into()
        }
    }
}
