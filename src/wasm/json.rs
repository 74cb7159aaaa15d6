//! What serde can write, as JSON text: it crosses the border in one piece.
//!
//! Made for few bytes. Nothing here can fail, so the code that serde derives has no error to hand on, and all of it
//! writes to one kind of text. The product has no binary float; where one were written it would be null.

use std::fmt::Display;

use serde::ser::{self, Serialize};

/// The JSON text of a value.
pub fn text_of<T: Serialize + ?Sized>(data: &T) -> String {
    // Room for what most calls answer.
    let mut text = Text(String::with_capacity(4096));
    let Ok(()) = data.serialize(&mut text);
    text.0
}

struct Text(String);

/// An object or a list that is being written, and what closes it.
struct Open<'a>(&'a mut Text, &'static str);

/// There is none of these: writing text cannot fail.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    /// Asked for only by types that refuse to be written, of which the product has none.
    fn custom<T: Display>(_: T) -> Self {
        std::process::abort()
    }
}

impl Text {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline(never)]
    fn quote(&mut self, text: &str) {
        self.push("\"");
        // Every byte is looked at, so that many can be at once.
        let is_special = |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\');
        if !text.bytes().fold(false, |special, byte| special | is_special(byte)) {
            self.push(text);
            self.push("\"");
            return;
        }
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.push("\\");
                    self.0.push(character);
                }
                '\0'..='\x1f' => {
                    const DIGITS: [char; 16] =
                        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
                    let code = usize::from(u8::try_from(character).unwrap_or_default());
                    let digit = |index: usize| DIGITS.get(index & 15).copied().unwrap_or('0');
                    self.push("\\u00");
                    self.0.push(digit(code >> 4));
                    self.0.push(digit(code));
                }
                plain => self.0.push(plain),
            }
        }
        self.push("\"");
    }

    /// A comma, unless what is open has nothing in it yet.
    #[inline(never)]
    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[' | b':')) {
            self.push(",");
        }
    }

    /// The keys of the product are names, of which nothing has to be spelled out.
    #[inline(never)]
    fn key(&mut self, key: &'static str) {
        self.separate();
        self.push("\"");
        self.push(key);
        self.push("\":");
    }

    #[inline(never)]
    fn plain(&mut self, text: &str) -> Result<(), Never> {
        self.push(text);
        Ok(())
    }

    #[inline(never)]
    fn open(&mut self, opening: &str, closing: &'static str) -> Result<Open<'_>, Never> {
        self.push(opening);
        Ok(Open(self, closing))
    }

    /// An object whose only key names the variant of an enum.
    fn open_variant(&mut self, variant: &'static str, opening: &str, closing: &'static str) -> Result<Open<'_>, Never> {
        self.push("{");
        self.key(variant);
        self.open(opening, closing)
    }
}

macro_rules! numbers {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, number: $type) -> Result<(), Never> {
            self.plain(&number.to_string())
        }
    )*};
}

macro_rules! without_value {
    ($($method:ident($($type:ty),*);)*) => {$(
        fn $method(self, $(_: $type),*) -> Result<(), Never> {
            self.plain("null")
        }
    )*};
}

impl<'a> ser::Serializer for &'a mut Text {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Open<'a>;
    type SerializeTupleVariant = Open<'a>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Open<'a>;

    numbers! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
    }

    without_value! {
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    fn serialize_bool(self, answer: bool) -> Result<(), Never> {
        self.plain(if answer { "true" } else { "false" })
    }

    fn serialize_char(self, character: char) -> Result<(), Never> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        self.quote(text);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Never> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        let mut object = self.open("{", "}")?;
        ser::SerializeStruct::serialize_field(&mut object, variant, value)?;
        ser::SerializeStruct::end(object)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Never> {
        self.open("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Never> {
        self.open("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Never> {
        self.open("[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, Never> {
        self.open_variant(variant, "[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Never> {
        self.open("{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Never> {
        self.open("{", "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, Never> {
        self.open_variant(variant, "{", "}}")
    }
}

impl Open<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.0.separate();
        value.serialize(&mut *self.0)
    }

    #[inline(never)]
    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
        self.0.key(key);
        value.serialize(&mut *self.0)
    }

    #[inline(never)]
    fn close(self) -> Result<(), Never> {
        self.0.plain(self.1)
    }
}

macro_rules! open {
    ($($trait:ident $method:ident;)*) => {$(
        impl ser::$trait for Open<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.element(value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        }
    )*};
}

open! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! open_object {
    ($($trait:ident)*) => {$(
        impl ser::$trait for Open<'_> {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        }
    )*};
}

open_object!(SerializeStruct SerializeStructVariant);

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Never;

    /// Keys of the product are text.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.element(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.0.push(":");
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.close()
    }
}
