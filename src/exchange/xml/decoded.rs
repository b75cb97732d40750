//! The bytes of a file as UTF-8, whichever encoding it is in, block by block.
//!
//! This is built directly on `encoding_rs` because neither of the two existing readers will do: quick-xml's panics if
//! the XML declaration is long, and drops the good text that stands in a block before an undecodable byte;
//! `encoding_rs_io` silently replaces such bytes.

use std::borrow::Cow;
use std::error;
use std::fmt;
use std::io::{self, BufRead, Chain, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::{Error, Result};
use crate::exchange::encoded::as_xml;

/// How much of a file is searched for its encoding.
const HEAD: u64 = 512;

/// How much text is decoded at once.
const BLOCK: usize = 32 * 1024;

/// A file that is refused below the level of XML, carried through quick-xml in an [`io::Error`].
#[derive(Debug)]
pub(in crate::exchange) struct Fault(pub(in crate::exchange) String);

impl Fault {
    /// The I/O error that carries the message.
    pub(in crate::exchange) fn error(what: impl Into<String>) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, Self(what.into()))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for Fault {}

/// A file as UTF-8, in blocks that hold whole characters.
#[derive(Debug)]
pub(in crate::exchange) struct Decoded<R> {
    bytes: Chain<Cursor<Vec<u8>>, R>,
    decoder: DebugDecoder,
    text: Box<[u8]>,
    start: usize,
    end: usize,
    state: State,
    position: u64,
}

/// What remains to be done when the decoded text is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    More,
    Ended,
    Undecodable,
}

impl<R: BufRead> Decoded<R> {
    /// Finds out which encoding the file is in.
    pub(in crate::exchange) fn new(mut bytes: R) -> io::Result<Self> {
        let mut head = Vec::new();
        bytes.by_ref().take(HEAD).read_to_end(&mut head)?;
        let (encoding, mark) = encoding_of(&head)?;
        head.drain(..mark);
        Ok(Self {
            bytes: Cursor::new(head).chain(bytes),
            decoder: DebugDecoder(encoding.new_decoder_without_bom_handling()),
            text: vec![0; BLOCK].into_boxed_slice(),
            start: 0,
            end: 0,
            state: State::More,
            position: 0,
        })
    }

    /// How many bytes of the file have been decoded.
    pub(in crate::exchange) fn position(&self) -> u64 {
        self.position
    }

    /// The next block of text; it is empty only at the end.
    pub(in crate::exchange) fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.start == self.end && self.state != State::Ended {
            self.decode()?;
        }
        Ok(self.rest())
    }

    /// What is left of the block.
    pub(in crate::exchange) fn rest(&self) -> &[u8] {
        &self.text[self.start..self.end]
    }

    /// Skips the first `count` bytes of the block.
    pub(in crate::exchange) fn consume(&mut self, count: usize) {
        self.start += count;
    }

    /// Decodes the next block; bytes that cannot be decoded are an error only when everything before them has been
    /// used.
    fn decode(&mut self) -> io::Result<()> {
        if self.state == State::Undecodable {
            let name = self.decoder.0.encoding().name();
            return Err(Fault::error(format!("bytes that are not {name}")));
        }
        let bytes = self.bytes.fill_buf()?;
        let last = bytes.is_empty();
        let (result, read, written) =
            (self.decoder.0).decode_to_utf8_without_replacement(bytes, &mut self.text, last);
        self.bytes.consume(read);
        self.position += read as u64;
        (self.start, self.end) = (0, written);
        self.state = match result {
            DecoderResult::InputEmpty if last => State::Ended,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => State::More,
            DecoderResult::Malformed(..) => State::Undecodable,
        };
        Ok(())
    }
}

/// The text of a whole file.
///
/// # Errors
///
/// Where it declares an unknown encoding.
pub(in crate::exchange) fn whole(file: &[u8]) -> Result<Cow<'_, str>> {
    let (encoding, mark) = encoding_of(file).map_err(Error::read_failed)?;
    Ok(encoding.decode_without_bom_handling(&file[mark..]).0)
}

/// The bytes of a file with the text `text`, in the encoding of the file that it was read from; letters that this does
/// not have become references.
///
/// # Errors
///
/// As for [`whole`].
pub(in crate::exchange) fn as_it_was(text: &str, file: &[u8]) -> Result<Vec<u8>> {
    let (encoding, mark) = encoding_of(file).map_err(Error::read_failed)?;
    Ok(as_xml(text, encoding, mark > 0).0)
}

/// The encoding of a file that begins with `head`, and the length of its byte order mark.
pub(in crate::exchange) fn encoding_of(head: &[u8]) -> io::Result<(&'static Encoding, usize)> {
    if let Some(found) = Encoding::for_bom(head) {
        return Ok(found);
    }
    match head {
        [b'<', 0, ..] => Ok((UTF_16LE, 0)),
        [0, b'<', ..] => Ok((UTF_16BE, 0)),
        _ => Ok((declared(head)?, 0)),
    }
}

/// The encoding that the XML declaration names; UTF-8 where there is none.
///
/// The declaration could be read byte by byte, so a file that calls itself UTF-16 is not.
fn declared(head: &[u8]) -> io::Result<&'static Encoding> {
    let Some(label) = declared_label(head) else {
        return Ok(UTF_8);
    };
    match Encoding::for_label_no_replacement(&label) {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok(UTF_8),
        Some(encoding) => Ok(encoding),
        None => {
            Err(Fault::error(format!("in an encoding that is not known: {}", label.escape_ascii())))
        }
    }
}

/// The value of `encoding` in the XML declaration.
fn declared_label(head: &[u8]) -> Option<Vec<u8>> {
    let declaration = head.strip_prefix(b"<?xml")?;
    let end = declaration.windows(2).position(|pair| pair == b"?>")?;
    let declaration = &declaration[..end];
    let name = declaration.windows(8).position(|w| w == b"encoding")?;
    let mut value = declaration[name + 8..].trim_ascii_start();
    value = value.strip_prefix(b"=")?.trim_ascii_start();
    let (quote, value) = value.split_first()?;
    value.split(|byte| byte == quote).next().map(<[u8]>::to_vec)
}

/// A decoder with `Debug`, which that of `encoding_rs` lacks.
struct DebugDecoder(Decoder);

impl fmt::Debug for DebugDecoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.encoding().name())
    }
}
