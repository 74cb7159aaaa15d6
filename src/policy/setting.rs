//! How a set of policy values is declared, patched and walked through.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::calendar::IsoDate;
use crate::error::{Issues, Path, Problem};
use crate::exact::Exact;
use crate::quantity::{Days, Money, Points, Ratio};
use crate::schema::{FieldSpec, FieldType, is_object};
use crate::value::Value;

/// A policy value, or a group of them. All that is done with a policy goes over this, so it is compiled once.
pub trait Setting {
    /// The parts of a group, in order; a value has none.
    fn specs(&self) -> &'static [FieldSpec] {
        &[]
    }

    /// A part of a group.
    fn part(&self, _index: usize) -> Option<&dyn Setting> {
        None
    }

    /// A part of a group, to be changed.
    fn part_mut(&mut self, _index: usize) -> Option<&mut dyn Setting> {
        None
    }

    /// Notes what contradicts what in a group.
    fn check(&self, _at: &Path<'_>, _issues: &mut Issues) {}

    /// Takes over another value, noting what is wrong with it.
    fn take(&mut self, _value: &Value, _spec: &FieldSpec, _at: &Path<'_>, _issues: &mut Issues) {}

    /// The value in canonical text.
    fn text(&self) -> String {
        String::new()
    }
}

/// Takes over what a patch says, noting what is wrong with it.
pub fn patch(setting: &mut dyn Setting, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
    let specs = setting.specs();
    if specs.is_empty() {
        setting.take(value, spec, at, issues);
        return;
    }
    if !is_object(value, specs, at, issues) {
        return;
    }
    for (index, spec) in specs.iter().enumerate() {
        match (value.get(spec.name), setting.part_mut(index)) {
            (Value::Null, _) | (_, None) => {}
            (value, Some(part)) => patch(part, value, spec, &Path::Key(at, spec.name), issues),
        }
    }
    setting.check(at, issues);
}

/// Shows every value: its path and its canonical text.
pub fn each_leaf(setting: &dyn Setting, path: &str, show: &mut dyn FnMut(&str, String)) {
    let specs = setting.specs();
    if specs.is_empty() {
        show(path, setting.text());
    }
    for (index, spec) in specs.iter().enumerate() {
        if let Some(part) = setting.part(index) {
            let dot = if path.is_empty() { "" } else { "." };
            each_leaf(part, &[path, dot, spec.name].concat(), show);
        }
    }
}

/// Declares how types of single values are taken over and written.
macro_rules! leaf_settings {
    ($($type:ty, |$value:ident| $text:expr;)*) => {$(
        impl $crate::policy::setting::Setting for $type {
            fn take(
                &mut self,
                value: &$crate::value::Value,
                spec: &$crate::schema::FieldSpec,
                at: &$crate::error::Path<'_>,
                issues: &mut $crate::error::Issues,
            ) {
                if let Some(read) = $crate::schema::FieldType::read(value, spec, at, issues) {
                    *self = read;
                }
            }

            fn text(&self) -> String {
                let $value = self;
                $text
            }
        }
    )*};
}
pub(crate) use leaf_settings;

leaf_settings! {
    Money, |value| plain(value.0);
    Ratio, |value| plain(value.0);
    Days, |value| plain(value.0);
    Points, |value| plain(value.0);
    u32, |value| value.to_string();
    IsoDate, |value| value.to_string();
    Cow<'static, str>, |value| value.to_string();
}

/// The text of a number without zeros at its end.
pub fn plain(number: Decimal) -> String {
    Exact::from(number).to_plain()
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
            use $crate::policy::setting::Setting;
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
                    $crate::policy::setting::patch(&mut read, value, spec, at, issues);
                    Some(read)
                }
            }

            impl Setting for $name {
                fn specs(&self) -> &'static [FieldSpec] {
                    SPECS
                }

                fn part(&self, index: usize) -> Option<&dyn Setting> {
                    $(if index == At::$field as usize {
                        return Some(&self.$field);
                    })*
                    None
                }

                fn part_mut(&mut self, index: usize) -> Option<&mut dyn Setting> {
                    $(if index == At::$field as usize {
                        return Some(&mut self.$field);
                    })*
                    None
                }

                $(fn check(&self, $at: &Path<'_>, $issues: &mut Issues) {
                    let $self = self;
                    $check
                })?
            }
        };
    };
}
pub(crate) use settings;
