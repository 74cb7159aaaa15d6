//! Files in any of the encodings that exports have. In the browser the page decodes; this is for native use.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{CoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::InputError;
use crate::ledger::{Ledger, LedgerOptions};

const BUFFER: usize = 1 << 18;

/// How a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, least byte first.
    Utf16LittleEndian,
    /// UTF-16, greatest byte first.
    Utf16BigEndian,
    /// GB18030, which GBK and GB2312 are parts of.
    Gb18030,
}

impl Encoding {
    /// The encoding of a file: by its byte order mark, else UTF-8 if all of it is, else GB18030. The file is read to its
    /// first byte that decides.
    ///
    /// # Errors
    /// Those of reading.
    pub fn detect(file: &mut impl Read) -> io::Result<Self> {
        let mut buffer = vec![0; BUFFER];
        let mut kept = 0;
        let mut is_first = true;
        loop {
            let room = buffer.get_mut(kept..).unwrap_or_default();
            let count = file.read(room)?;
            let length = kept.saturating_add(count);
            let bytes = buffer.get(..length).unwrap_or_default();
            if is_first && count > 0 && length < 4 {
                kept = length;
                continue;
            }
            if std::mem::take(&mut is_first)
                && let Some(encoding) = Self::of_start(bytes)
            {
                return Ok(encoding);
            }
            let invalid = match std::str::from_utf8(bytes) {
                Ok(_) => None,
                Err(error) if error.error_len().is_none() && count > 0 => Some(error.valid_up_to()),
                Err(_) => return Ok(Self::Gb18030),
            };
            if count == 0 {
                return Ok(Self::Utf8);
            }
            // A character that the next bytes complete.
            let from = invalid.unwrap_or(length);
            buffer.copy_within(from..length, 0);
            kept = length.saturating_sub(from);
        }
    }

    fn of_start(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xfe, ..] => Some(Self::Utf16LittleEndian),
            [0xfe, 0xff, ..] => Some(Self::Utf16BigEndian),
            [0xef, 0xbb, 0xbf, ..] => Some(Self::Utf8),
            // No text in UTF-8 or GB18030 begins with a letter and a NUL.
            [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(Self::Utf16LittleEndian),
            [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(Self::Utf16BigEndian),
            _ => None,
        }
    }

    fn decoder(self) -> encoding_rs::Decoder {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16LittleEndian => UTF_16LE,
            Self::Utf16BigEndian => UTF_16BE,
            Self::Gb18030 => GB18030,
        }
        .new_decoder_with_bom_removal()
    }
}

/// Reads a whole file into a ledger that is still to be finished.
///
/// # Errors
/// Those of reading; what is wrong with the options as an error of the kind `InvalidInput`.
pub fn read_file(mut file: impl Read + Seek, options: LedgerOptions) -> io::Result<Ledger> {
    let wrong = |error: InputError| io::Error::new(io::ErrorKind::InvalidInput, error);
    let mut ledger = Ledger::new(options).map_err(wrong)?;
    let encoding = Encoding::detect(&mut file)?;
    file.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0; BUFFER];
    if encoding == Encoding::Utf8 {
        loop {
            let count = file.read(&mut buffer)?;
            if count == 0 {
                return Ok(ledger);
            }
            ledger.push(buffer.get(..count).unwrap_or_default()).map_err(wrong)?;
        }
    }
    let mut decoder = encoding.decoder();
    let mut text = vec![0; BUFFER];
    loop {
        let count = file.read(&mut buffer)?;
        let mut bytes = buffer.get(..count).unwrap_or_default();
        loop {
            let (result, read, written, _) = decoder.decode_to_utf8(bytes, &mut text, count == 0);
            ledger.push(text.get(..written).unwrap_or_default()).map_err(wrong)?;
            bytes = bytes.get(read..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                break;
            }
        }
        if count == 0 {
            return Ok(ledger);
        }
    }
}
