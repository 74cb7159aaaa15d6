//! The declarations: `choice!` for the words of a field, `record!` for a group of fields.

/// Declares the choices of a field: an enum and the words it is written with.
#[macro_export]
#[doc(hidden)]
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub enum $name { $($(#[$item_doc])* #[serde(rename = $word)] $item,)* }

        impl $name {
            /// The choice of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$item),)* _ => None }
            }

            /// The word on the wire.
            pub fn word(self) -> &'static str {
                match self { $(Self::$item => $word,)* }
            }
        }

        impl $crate::schema::FieldType for $name {
            const KIND: $crate::schema::Kind = $crate::schema::Kind::Choice;
            const CHOICES: &'static [&'static str] = &[$($word),*];

            fn stand_in() -> Self {
                let choices = [$(Self::$item),*];
                choices[0]
            }

            fn read(
                value: &$crate::value::Value,
                _: &$crate::schema::FieldSpec,
                at: &$crate::error::Path<'_>,
                issues: &mut $crate::error::Issues,
            ) -> Option<Self> {
                $crate::schema::read_choice(value, Self::CHOICES, at, issues).and_then(Self::from_word)
            }
        }

        impl $crate::expression::Leaf for $name {
            type As<'a> = Option<Self>;

            fn leaf(value: Option<&Self>, spec: &'static $crate::schema::FieldSpec) -> Option<Self> {
                value.copied().or_else(|| Self::from_word(spec.fallback.fixed()?))
            }
        }
    };
}

/// Declares a group of input fields.
///
/// `in "stress."` is the path in front of the field names. A required field has its type as it is; every other
/// one is an `Option`. After the wire name come the calls that complete its [`FieldSpec`]. Beside the struct, this
/// makes [`Record`] and [`FieldType`] for it and one method a field, which gives the field as the calculators
/// use it (see [`Leaf`](crate::expression::Leaf)): numbers as named quantities, with their default where they have one.
#[macro_export]
#[doc(hidden)]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $prefix:literal {
            required { $($(#[$must_doc:meta])* $must:ident: $must_type:ty = $must_wire:literal $(.$must_call:ident($($must_arg:expr),*))*,)* }
            optional { $($(#[$may_doc:meta])* $may:ident: $may_type:ty = $may_wire:literal $(.$may_call:ident($($may_arg:expr),*))*,)* }
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null), serde(rename_all = "camelCase"))]
        pub struct $name {
            $($(#[$must_doc])* pub $must: $must_type,)*
            $($(#[$may_doc])* #[cfg_attr(feature = "wasm", serde(default))] pub $may: Option<$may_type>,)*
        }

        impl $name {
            /// The input with its required fields; the others are left out.
            #[allow(clippy::new_without_default, clippy::too_many_arguments)]
            pub fn new($($must: $must_type),*) -> Self {
                Self { $($must,)* $($may: None,)* }
            }
        }

        const _: () = {
            use $crate::error::{Issues, Path};
            #[allow(unused_imports, reason = "a record may have only required fields, or none")]
            use $crate::schema::{FieldSpec, FieldType, Kind, Record, Required, Slot, Slots, read_fields};
            use $crate::value::Value;

            #[allow(non_camel_case_types)]
            #[derive(Clone, Copy)]
            enum At { $($must,)* $($may,)* }

            const SPECS: &[FieldSpec] = &[
                $(FieldSpec::below::<$must_type>($prefix, concat!($prefix, $must_wire)).required() $(.$must_call($($must_arg),*))*,)*
                $(FieldSpec::below::<$may_type>($prefix, concat!($prefix, $may_wire)) $(.$may_call($($may_arg),*))*,)*
            ];

            #[allow(dead_code, clippy::indexing_slicing, reason = "every position is that of a field")]
            impl $name {
                $(pub(crate) fn $must(&self) -> <$must_type as $crate::expression::Leaf>::As<'_> {
                    $crate::expression::Leaf::leaf(Some(&self.$must), &SPECS[At::$must as usize])
                })*
                /// The names of the fields that were given, of those that may be left out.
                pub(crate) fn given(&self) -> Vec<&'static str> {
                    let all: &[(bool, At)] = &[$((self.$may.is_some(), At::$may)),*];
                    all.iter().filter(|(given, _)| *given).map(|(_, at)| SPECS[*at as usize].name).collect()
                }
                $(pub(crate) fn $may(&self) -> <$may_type as $crate::expression::Leaf>::As<'_> {
                    $crate::expression::Leaf::leaf(self.$may.as_ref(), &SPECS[At::$may as usize])
                })*
            }

            #[allow(unused_variables, clippy::indexing_slicing, reason = "every position is that of a field")]
            impl Record for $name {
                const FIELDS: &'static [FieldSpec] = SPECS;

                fn read(value: &Value, at: &Path<'_>, issues: &mut Issues) -> Self {
                    let mut record = <Self as FieldType>::stand_in();
                    read_fields(&mut record, SPECS, value, at, issues);
                    record
                }

                fn check(&self, at: &Path<'_>, issues: &mut Issues) {
                    $(FieldType::check(&self.$must, &SPECS[At::$must as usize], &Path::Key(at, SPECS[At::$must as usize].name), issues);)*
                    $(if let Some(value) = &self.$may {
                        FieldType::check(value, &SPECS[At::$may as usize], &Path::Key(at, SPECS[At::$may as usize].name), issues);
                    })*
                }
            }

            #[allow(unused_variables, reason = "a record may have no field of a kind")]
            impl Slots for $name {
                fn fill(&mut self, index: usize, fill: &mut dyn FnMut(&mut dyn Slot)) {
                    $(if index == At::$must as usize {
                        return fill(&mut Required(&mut self.$must));
                    })*
                    $(if index == At::$may as usize {
                        return fill(&mut self.$may);
                    })*
                }
            }

            impl FieldType for $name {
                const KIND: Kind = Kind::Object;
                const FIELDS: &'static [FieldSpec] = SPECS;

                fn stand_in() -> Self {
                    Self { $($must: FieldType::stand_in(),)* $($may: None,)* }
                }

                fn read(value: &Value, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
                    Some(<Self as Record>::read(value, at, issues))
                }

                fn check(&self, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                    Record::check(self, at, issues);
                }
            }

            impl $crate::expression::Leaf for $name {
                type As<'a> = Option<&'a Self>;

                fn leaf<'a>(value: Option<&'a Self>, _: &'static FieldSpec) -> Option<&'a Self> {
                    value
                }
            }
        };
    };
}
