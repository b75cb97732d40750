//! A `<seg>` while it is being read: its text, and its inline elements as tags beside it.

use quick_xml::events::{BytesRef, BytesStart};

use super::escaped::{MARKED, MARKED_END, push_attribute};
use super::omegat;
use super::shape::Shape;
use crate::exchange::xml::Gathered;
use crate::exchange::xml::attributes::{self, forbidden_in_file};
use crate::exchange::xml::bounded::LONGEST;
use crate::exchange::xml::content::{forbidden, shown};
use crate::text::{Tag, TagKind, Tagged};

/// What a tag costs in addition to its code and its role, so that empty ones do not fill the memory.
const COST: usize = 64;

/// A segment as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Segment {
    text: Gathered,
    tags: Vec<Tag>,
    keys: Vec<Key>,
    /// The `<bpt>` that no `<ept>` has ended yet, in order: the `i` of each, and its number.
    begun: Vec<(Option<String>, u32)>,
    /// The elements that are open around the text: the number of each, and what ends it in the code.
    around: Vec<(u32, String)>,
    /// Whether an element that contains a code is open, and what stands in it.
    is_in_code: bool,
    code: Gathered,
    /// The names of the elements that are open in the code.
    inner: Vec<String>,
    size: usize,
    /// What is wrong, though the segment can be used.
    remark: Option<String>,
    /// Why it cannot.
    fault: Option<String>,
}

/// A segment that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The text with its tags, which are numbered in the order in which they stand.
    pub(super) tagged: Tagged,
    /// What distinguishes each number from the others.
    pub(super) keys: Vec<Key>,
    /// What is wrong, though the segment can be used.
    pub(super) remark: Option<String>,
}

/// What distinguishes a tag, or a pair of them, from the others.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) shape: Shape,
    /// The number that the element has in common with its counterparts in other languages.
    pub(super) x: Option<String>,
    /// The number that the two ends of a pair have in common.
    pub(super) i: Option<String>,
    /// The place among the tags of the first one with this number.
    pub(super) first: usize,
}

/// What the tag of an inline element says.
#[derive(Default)]
struct Attributes {
    x: Option<String>,
    i: Option<String>,
    pos: String,
    role: String,
}

impl Segment {
    pub(super) fn start(&mut self) {
        *self = Self {
            text: std::mem::take(&mut self.text),
            code: std::mem::take(&mut self.code),
            ..Self::default()
        };
        self.text.start("<seg>");
    }

    /// Whether it cannot be used, so that no more elements need to be reported.
    pub(super) fn has_failed(&self) -> bool {
        self.fault.is_some()
    }

    /// Takes in text that stands as it is.
    pub(super) fn text(&mut self, text: &str) {
        self.innermost().text(text);
    }

    /// Takes in `&name;` or `&#10;`.
    pub(super) fn reference(&mut self, reference: &BytesRef<'_>) {
        self.innermost().reference(reference);
    }

    fn innermost(&mut self) -> &mut Gathered {
        if self.is_in_code { &mut self.code } else { &mut self.text }
    }

    /// Begins an element that stands around text: `<hi>`, or one that TMX does not have in a segment.
    pub(super) fn begin_around(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        let name = name.as_ref();
        if name == "hi" {
            let said = self.attributes(tag);
            let number = self.new_number(Shape::Pair, said.x, said.i);
            self.push(TagKind::Open, number, said.role, MARKED.to_owned());
            self.around.push((number, MARKED_END.to_owned()));
            return;
        }
        let code = format!("<{}>", &**tag);
        self.fail(forbidden(&code).map(forbidden_in_file));
        self.remark(|| format!("<{}> in a segment, which TMX does not have", shown(name)));
        let number = self.new_number(Shape::Pair, None, None);
        self.around.push((number, format!("</{name}>")));
        self.push(TagKind::Open, number, String::new(), code);
    }

    /// Ends it; an unknown one without text becomes a standalone tag.
    pub(super) fn end_around(&mut self) {
        let Some((number, code)) = self.around.pop() else {
            return;
        };
        let at = self.text.length();
        if let Some(tag) = self.tags.last_mut()
            && (tag.number, tag.kind, tag.at) == (number, TagKind::Open, at)
            && code != MARKED_END
        {
            tag.kind = TagKind::Alone;
            tag.code.insert(tag.code.len() - 1, '/');
            if tag.is_break() {
                self.text.line_break();
            }
            self.key(number).shape = Shape::Alone;
            return;
        }
        let role = self.role(number);
        self.push(TagKind::Close, number, role, code);
    }

    /// Begins an element that contains a code: `<bpt>`, `<ept>`, `<it>`, `<ph>` or `<ut>`.
    pub(super) fn begin_code(&mut self, tag: &BytesStart<'_>) {
        let said = self.attributes(tag);
        match tag.name().as_ref() {
            "bpt" => {
                let number = self.new_number(Shape::Begin, said.x, said.i.clone());
                self.begun.push((said.i, number));
                self.push(TagKind::Open, number, said.role, String::new());
            }
            "ept" => self.end_pair(said),
            "it" if said.pos == "begin" => self.push_new(Shape::Begin, said),
            "it" if said.pos == "end" => self.push_new(Shape::End, said),
            name => {
                if name == "it" {
                    self.remark(|| "an <it> whose pos is neither begin nor end".to_owned());
                }
                self.push_new(Shape::Alone, said);
            }
        }
        self.code.start_with_lines("<seg>");
        self.is_in_code = true;
    }

    /// Ends it.
    pub(super) fn end_code(&mut self) {
        self.is_in_code = false;
        match self.code.finish_whole() {
            Ok(code) => {
                self.add_size(code.len());
                if let Some(tag) = self.tags.last_mut() {
                    tag.code = code;
                    if tag.is_break() {
                        self.text.line_break();
                    }
                }
            }
            Err(fault) => self.fail(Some(fault)),
        }
    }

    /// Begins an element inside a code, such as `<sub>`; it stays in the code as `<tmx:sub>`.
    pub(super) fn begin_inner(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        let mut code = format!("<tmx:{}", name.as_ref());
        let outcome = attributes::each(tag, |name, value| {
            code.extend([" ", name, "=\""]);
            push_attribute(&mut code, value);
            code.push('"');
        });
        self.fail(outcome.err());
        code.push('>');
        self.innermost().text(&code);
        self.inner.push(name.as_ref().to_owned());
    }

    /// Ends it.
    pub(super) fn end_inner(&mut self) {
        if let Some(name) = self.inner.pop() {
            self.innermost().text(&format!("</tmx:{name}>"));
        }
    }

    /// Ends the segment; returns what was read, unless there is no text in it, or what is wrong with it.
    ///
    /// `is_of_omegat` says that tags may stand in the text as letters.
    pub(super) fn finish(&mut self, is_of_omegat: bool) -> Result<Option<Found>, String> {
        let mut text = self.text.finish_whole()?;
        if is_of_omegat && self.tags.is_empty() && text.contains('<') {
            text = self.take_out_tags(&text);
        }
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        if !self.begun.is_empty() {
            self.remark(|| "a <bpt> that no <ept> ends".to_owned());
        }
        let tags = std::mem::take(&mut self.tags);
        let tagged = Tagged { text, tags }.trimmed();
        Ok((!tagged.text.is_empty()).then(|| Found {
            tagged,
            keys: std::mem::take(&mut self.keys),
            remark: self.remark.take(),
        }))
    }

    /// Turns what OmegaT has written into `text` as tags into tags; returns the text without them.
    ///
    /// A segment is often a part of what a pair surrounds, so a single end is not a fault.
    fn take_out_tags(&mut self, text: &str) -> String {
        let mut left = String::with_capacity(text.len());
        let mut done = 0;
        let mut begun: Vec<(&str, u32)> = Vec::new();
        for tag in omegat::tags(text) {
            left.push_str(&text[done..tag.span.start]);
            done = tag.span.end;
            let begin = begun.iter().rposition(|(name, _)| *name == tag.name);
            let (kind, number) = match (tag.shape, begin) {
                (Shape::End, Some(begin)) => {
                    let (_, number) = begun.remove(begin);
                    self.key(number).shape = Shape::Pair;
                    (TagKind::Close, number)
                }
                (shape, _) => {
                    let number = self.new_number(shape, None, Some(tag.name.to_owned()));
                    (shape.kind(), number)
                }
            };
            if tag.shape == Shape::Begin {
                begun.push((tag.name, number));
            }
            self.push_at(left.len(), kind, number, String::new(), tag.code.to_owned());
            let is_between = |text: &str| {
                !left.is_empty()
                    && !left.ends_with(char::is_whitespace)
                    && !text.starts_with(char::is_whitespace)
            };
            if self.tags.last().is_some_and(Tag::is_break) && is_between(&text[done..]) {
                left.push(' ');
            }
        }
        left.push_str(&text[done..]);
        left
    }

    fn attributes(&mut self, tag: &BytesStart<'_>) -> Attributes {
        let mut said = Attributes::default();
        let outcome = attributes::each(tag, |name, value| match name {
            "x" => said.x = Some(value.to_owned()),
            "i" => said.i = Some(value.to_owned()),
            "pos" => value.clone_into(&mut said.pos),
            "type" => value.clone_into(&mut said.role),
            _ => {}
        });
        self.fail(outcome.err());
        said
    }

    /// An `<ept>`: the end of the latest `<bpt>` with its `i`.
    fn end_pair(&mut self, said: Attributes) {
        match self.begun.iter().rposition(|(i, _)| *i == said.i) {
            Some(at) => {
                let (_, number) = self.begun.remove(at);
                self.key(number).shape = Shape::Pair;
                let role = self.role(number);
                self.push(TagKind::Close, number, role, String::new());
            }
            None => {
                self.remark(|| "an <ept> that ends no <bpt>".to_owned());
                self.push_new(Shape::End, said);
            }
        }
    }

    fn push_new(&mut self, shape: Shape, said: Attributes) {
        let number = self.new_number(shape, said.x, said.i);
        self.push(shape.kind(), number, said.role, String::new());
    }

    /// The number of something for which there is no tag yet.
    fn new_number(&mut self, shape: Shape, x: Option<String>, i: Option<String>) -> u32 {
        self.add_size([&x, &i].into_iter().flatten().map(String::len).sum());
        let first = self.tags.len();
        self.keys.push(Key { shape, x, i, first });
        u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, kind: TagKind, number: u32, role: String, code: String) {
        self.push_at(self.text.length(), kind, number, role, code);
    }

    fn push_at(&mut self, at: usize, kind: TagKind, number: u32, role: String, code: String) {
        self.add_size(COST + role.len() + code.len());
        self.tags.push(Tag { at, kind, number, role, code });
    }

    fn key(&mut self, number: u32) -> &mut Key {
        &mut self.keys[number as usize - 1]
    }

    /// What the first tag of this number does.
    fn role(&mut self, number: u32) -> String {
        let first = self.key(number).first;
        self.tags[first].role.clone()
    }

    /// Counts the bytes of the tags; more than the greatest length of a segment is a fault.
    fn add_size(&mut self, size: usize) {
        self.size += size;
        if self.size > LONGEST {
            self.fail(Some("a <seg> longer than 1 MiB".to_owned()));
        }
    }

    fn remark(&mut self, remark: impl FnOnce() -> String) {
        self.remark.get_or_insert_with(remark);
    }

    fn fail(&mut self, fault: Option<String>) {
        self.fault = self.fault.take().or(fault);
    }
}
