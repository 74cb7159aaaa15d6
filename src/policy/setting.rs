//! How a set of policy values is declared, patched and walked through.

use std::borrow::Cow;

use crate::calendar::IsoDate;
use crate::error::{Issues, Path, Problem};
use crate::quantity::{Days, Money, Points, Ratio};
use crate::schema::{FieldSpec, FieldType};
use crate::value::Value;

/// A policy value, or a group of them.
pub trait Setting {
    /// Takes over what a patch says, noting what is wrong with it.
    fn patch(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues);

    /// Shows every leaf: its path and its value in canonical text.
    fn leaves(&self, path: &str, show: &mut dyn FnMut(&str, String));
}

macro_rules! leaf_settings {
    ($($type:ty, |$value:ident| $text:expr;)*) => {$(
        impl Setting for $type {
            fn patch(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                if let Some(read) = FieldType::read(value, spec, at, issues) {
                    *self = read;
                }
            }

            fn leaves(&self, path: &str, show: &mut dyn FnMut(&str, String)) {
                let $value = self;
                show(path, $text);
            }
        }
    )*};
}

leaf_settings! {
    Money, |value| value.0.normalize().to_string();
    Ratio, |value| value.0.normalize().to_string();
    Days, |value| value.0.normalize().to_string();
    Points, |value| value.0.normalize().to_string();
    u32, |value| value.to_string();
    IsoDate, |value| value.to_string();
}

impl FieldType for Cow<'static, str> {
    const KIND: crate::schema::Kind = crate::schema::Kind::Text;

    fn stand_in() -> Self {
        Self::Borrowed("")
    }

    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        String::read(value, spec, at, issues).map(Self::Owned)
    }
}

impl Setting for Cow<'static, str> {
    fn patch(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        if let Some(read) = Self::read(value, spec, at, issues) {
            *self = read;
        }
    }

    fn leaves(&self, path: &str, show: &mut dyn FnMut(&str, String)) {
        show(path, self.to_string());
    }
}

/// Notes values that must not fall from one to the next and do.
pub fn ascending(values: &[(&str, Ratio)], at: &Path<'_>, issues: &mut Issues) {
    for (earlier, later) in values.iter().zip(values.iter().skip(1)) {
        if later.1 < earlier.1 {
            issues.add(&Path::Key(at, later.0), Problem::Inconsistent);
        }
    }
}

/// Declares a group of policy values with their defaults: the struct, its default as a constant, and [`Setting`].
macro_rules! settings {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $wire:literal, $default:expr $(, in $range:expr)?;)*
        }
        $(check |$self:ident, $at:ident, $issues:ident| $check:block)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub struct $name { $($(#[$field_doc])* #[serde(rename = $wire)] pub $field: $type,)* }

        impl $name {
            /// The values of the default policy.
            pub const DEFAULT: Self = Self { $($field: $default,)* };
        }

        const _: () = {
            use $crate::error::{Issues, Path};
            use $crate::schema::{FieldSpec, FieldType, Kind};
            use $crate::value::Value;

            #[allow(non_camel_case_types)]
            enum At { $($field,)* }

            const SPECS: &[FieldSpec] = &[$(FieldSpec::new::<$type>($wire, $wire)$(.range($range))?,)*];

            impl FieldType for $name {
                const KIND: Kind = Kind::Object;
                const FIELDS: &'static [FieldSpec] = SPECS;

                fn stand_in() -> Self {
                    Self::DEFAULT
                }

                fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
                    let mut read = Self::DEFAULT;
                    $crate::policy::setting::Setting::patch(&mut read, value, spec, at, issues);
                    Some(read)
                }
            }

            #[allow(clippy::indexing_slicing, reason = "every position is that of a field")]
            impl $crate::policy::setting::Setting for $name {
                fn patch(&mut self, value: &Value, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                    if !$crate::schema::is_object(value, SPECS, at, issues) {
                        return;
                    }
                    $(match value.get($wire) {
                        Value::Null => {}
                        value => $crate::policy::setting::Setting::patch(
                            &mut self.$field, value, &SPECS[At::$field as usize], &Path::Key(at, $wire), issues,
                        ),
                    })*
                    $(let ($self, $at, $issues) = (self, at, issues); $check)?
                }

                fn leaves(&self, path: &str, show: &mut dyn FnMut(&str, String)) {
                    let below = |wire| if path.is_empty() { String::from(wire) } else { [path, ".", wire].concat() };
                    $($crate::policy::setting::Setting::leaves(&self.$field, &below($wire), show);)*
                }
            }
        };
    };
}
pub(crate) use settings;
