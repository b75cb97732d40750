//! The text in an element with the places where it stands letter by letter, and where elements stand in a file.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;

use super::content::push_noting;
use super::place;
use crate::error::{Error, Result};
use crate::exchange::verbatim::Verbatim;

/// The text in `xml`, which is what stands in an element, as [`Gathered`](super::Gathered) has it on one line, white space around it too;
/// and which of it stands there letter by letter. What stands in an element inside counts where `holds_text` says so of its name.
///
/// `None` where it cannot be read.
pub(in crate::exchange) fn letters(
    xml: &str,
    holds_text: impl Fn(&str) -> bool,
) -> Option<(String, Verbatim)> {
    const CDATA: usize = "<![CDATA[".len();
    let mut text = String::new();
    let mut verbatim = Verbatim::default();
    // How many elements are open whose text does not count.
    let mut aside = 0_usize;
    let mut push = |text: &mut String, raw: &str, at: usize| {
        push_noting(text, raw, |in_text, in_raw, length| {
            verbatim.push(in_text, at + in_raw, length);
        });
    };
    let read = each_event(xml, |event, span| {
        match event {
            Event::Start(tag) => {
                aside += usize::from(aside > 0 || !holds_text(tag.name().as_ref()));
            }
            Event::End(_) => aside = aside.saturating_sub(1),
            _ if aside > 0 => {}
            Event::Text(raw) => push(&mut text, raw, span.start),
            Event::CData(raw) => push(&mut text, raw, span.start + CDATA),
            Event::GeneralRef(name) => match (resolve_xml_entity(name), name.resolve_char_ref()) {
                (Some(known), _) => text.push_str(known),
                (None, Ok(Some(c))) => text.push(c),
                _ => return Err(Error::malformed("a reference to no character")),
            },
            _ => {}
        }
        Ok(())
    });
    read.ok()?;
    Some((text, verbatim))
}

/// Gives `take` each event of `text`, and where it stands.
///
/// # Errors
///
/// The first one of `take`, or where the text is not well-formed.
pub(in crate::exchange) fn each_event(
    text: &str,
    mut take: impl FnMut(&Event<'_>, Range<usize>) -> Result<()>,
) -> Result<()> {
    let mut reader = Reader::from_str(text);
    loop {
        let start = place(&reader);
        let event = reader.read_event();
        let event = event.map_err(|e| Error::malformed(format!("not well-formed: {e}")))?;
        if event == Event::Eof {
            return Ok(());
        }
        take(&event, start..place(&reader))?;
    }
}

/// Where what stands in the elements of one name stands in a text, as its events come.
#[derive(Debug)]
pub(in crate::exchange) struct Insides {
    name: &'static str,
    /// What the element that is open is known by, where its content begins, and how many are open in it.
    open: Option<(usize, usize, usize)>,
    found: HashMap<usize, Range<usize>>,
}

impl Insides {
    /// Those of the elements that are called `name`.
    pub(in crate::exchange) fn of(name: &'static str) -> Self {
        Self {
            name,
            open: None,
            found: HashMap::new(),
        }
    }

    /// Takes in the event that stands at `span`; an element that begins with it is known by `key`, of several with one key the first.
    pub(in crate::exchange) fn take(&mut self, event: &Event<'_>, span: &Range<usize>, key: usize) {
        match (event, &mut self.open) {
            (Event::Start(_), Some((_, _, depth))) => *depth += 1,
            (Event::Start(tag), None) if tag.name().as_ref() == self.name => {
                self.open = Some((key, span.end, 0));
            }
            (Event::End(_), Some((key, start, 0))) => {
                self.found.entry(*key).or_insert(*start..span.start);
                self.open = None;
            }
            (Event::End(_), Some((_, _, depth))) => *depth -= 1,
            _ => {}
        }
    }

    /// What stands in the element that is known by `key`.
    pub(in crate::exchange) fn get(&self, key: u64) -> Option<Range<usize>> {
        self.found.get(&usize::try_from(key).ok()?).cloned()
    }

    /// Forgets what was found.
    pub(in crate::exchange) fn clear(&mut self) {
        self.found.clear();
    }
}
