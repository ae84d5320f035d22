//! The bounds of integers: a format alone tells most tools nothing.

use utoipa::Number;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{AdditionalProperties, ArrayItems, Object};
use utoipa::openapi::{KnownFormat as Format, OpenApi, RefOr, Schema, SchemaFormat};

use super::operations;

/// Gives each integer the bounds of its type, unless it has narrower ones.
pub(super) fn complete(api: &mut OpenApi) {
    for item in api.paths.paths.values_mut() {
        for (_, operation) in operations::of(item) {
            complete_parameters(operation);
        }
    }
    for schema in api
        .components
        .iter_mut()
        .flat_map(|all| all.schemas.values_mut())
    {
        complete_schema(schema);
    }
}

fn complete_parameters(operation: &mut Operation) {
    for parameter in operation.parameters.iter_mut().flatten() {
        if let RefOr::T(parameter) = parameter
            && let Some(schema) = &mut parameter.schema
        {
            complete_schema(schema);
        }
    }
}

fn complete_schema(schema: &mut RefOr<Schema>) {
    if let RefOr::T(schema) = schema {
        match schema {
            Schema::Object(object) => complete_object(object),
            Schema::Array(array) => {
                if let ArrayItems::RefOrSchema(items) = &mut array.items {
                    complete_schema(items);
                }
            }
            Schema::OneOf(any) => any.items.iter_mut().for_each(complete_schema),
            Schema::AllOf(all) => all.items.iter_mut().for_each(complete_schema),
            Schema::AnyOf(any) => any.items.iter_mut().for_each(complete_schema),
            _ => {}
        }
    }
}

fn complete_object(object: &mut Object) {
    object.properties.values_mut().for_each(complete_schema);
    if let Some(additional) = &mut object.additional_properties
        && let AdditionalProperties::RefOr(schema) = &mut **additional
    {
        complete_schema(schema);
    }
    if let Some((least, most)) = object.format.as_ref().and_then(bounds) {
        object.minimum.get_or_insert(least);
        object.maximum.get_or_insert(most);
    }
}

fn bounds(format: &SchemaFormat) -> Option<(Number, Number)> {
    let SchemaFormat::KnownFormat(format) = format else {
        return None;
    };
    Some(match format {
        Format::UInt8 => (Number::UInt(0), Number::UInt(u8::MAX.into())),
        Format::UInt16 => (Number::UInt(0), Number::UInt(u16::MAX.into())),
        Format::UInt32 => (Number::UInt(0), Number::UInt(u32::MAX as usize)),
        Format::UInt64 => (Number::UInt(0), Number::UInt(usize::MAX)),
        Format::Int32 => (
            Number::Int(i32::MIN as isize),
            Number::Int(i32::MAX as isize),
        ),
        Format::Int64 => (Number::Int(isize::MIN), Number::Int(isize::MAX)),
        _ => return None,
    })
}
