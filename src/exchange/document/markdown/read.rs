//! The elements of Markdown, and which of them make up a line.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::events::events;
use super::{front, shortcode};
use crate::error::Result;
use crate::exchange::document::html;
use crate::exchange::document::markup::{Around, End, Gathering, Inline, Mark, Writing};
use crate::text::Span;

/// Finds the lines of the source.
///
/// # Errors
///
/// The parser cannot read it.
pub(super) fn read(gathering: &mut Gathering<'_>) -> Result<()> {
    let source = gathering.source;
    let shortcodes = shortcode::find(source);
    let hidden = shortcode::hidden(source, &shortcodes);
    let mut reading = Reading {
        shortcodes,
        passed: 0,
        around: Around::Paragraph,
        items: 0,
        at: 0,
        image: None,
        html: None,
        is_verbatim: false,
        links: Vec::new(),
        gathering,
    };
    for (event, span) in events(&hidden)? {
        reading.event(event, span);
    }
    reading.end_line();
    Ok(())
}

/// How far Markdown is read.
struct Reading<'g, 's> {
    shortcodes: Vec<Span>,
    /// How many of them are done.
    passed: usize,
    around: Around,
    /// How many list items are open.
    items: usize,
    /// Where the last thing in the line ends.
    at: usize,
    /// The alternative text of the open image; `None` inside it where that is more than text. Images may stand in
    /// images.
    image: Option<Image>,
    /// The part of a block of HTML that was read.
    html: Option<Option<Span>>,
    /// Whether what comes next is code or front matter.
    is_verbatim: bool,
    /// The kinds of the links that are open.
    links: Vec<LinkType>,
    gathering: &'g mut Gathering<'s>,
}

/// An image, and its alternative text.
struct Image {
    depth: usize,
    text: Option<Inline>,
}

impl Reading<'_, '_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        if let Some(image) = &mut self.image {
            match &event {
                Event::Start(Tag::Image { .. }) => image.depth += 1,
                Event::End(TagEnd::Image) => return self.end_image(span),
                Event::Text(text) => {
                    let next = self.shortcodes.partition_point(|code| code.end <= span.start);
                    let is_text = |code: &Span| !code.overlaps(span);
                    if let Some(inline) = &mut image.text
                        && self.shortcodes.get(next).is_none_or(is_text)
                    {
                        add_text(self.gathering.source, span, text, self.at, inline);
                        self.at = span.end;
                        return;
                    }
                }
                _ => {}
            }
            image.text = None;
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(end) => self.end(end, span),
            Event::Text(_) if self.is_verbatim => {}
            Event::Text(text) => self.text(span, &text),
            Event::SoftBreak => self.gathering.inline.meant(span, " ".to_owned()),
            Event::HardBreak => self.break_line(),
            Event::Code(_) => self.mark(span, End::Both, "", "code", true),
            Event::FootnoteReference(_) => self.mark(span, End::Both, "", "note", false),
            Event::InlineHtml(_) => self.inline_html(span),
            Event::Html(_) => self.html(span),
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.mark(span, End::Both, "", "formula", true);
            }
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Emphasis => return self.open(Span::new(span.start, span.start + 1), "italic"),
            Tag::Strong => return self.open(Span::new(span.start, span.start + 2), "bold"),
            Tag::Strikethrough => {
                let marks = self.strikes(span);
                return self.open(Span::new(span.start, span.start + marks), "strikethrough");
            }
            Tag::Link { link_type, .. } => {
                self.links.push(*link_type);
                match link_type {
                    LinkType::Autolink | LinkType::Email => {
                        self.mark(span, End::Both, "", "link", true);
                        self.is_verbatim = true;
                    }
                    _ => self.open(Span::new(span.start, span.start + 1), "link"),
                }
                return;
            }
            Tag::Image { .. } => {
                let text = Some(Inline::default());
                self.image = Some(Image { depth: 1, text });
                self.at = span.start + 2;
                return;
            }
            _ => self.end_line(),
        }
        self.around = match tag {
            Tag::Heading { .. } if span.of(self.gathering.source).starts_with('#') => {
                Around::Heading
            }
            Tag::Item => Around::Item,
            Tag::TableCell => Around::Cell,
            _ if self.items > 0 => Around::Item,
            _ => Around::Paragraph,
        };
        match tag {
            Tag::Item => self.items += 1,
            Tag::CodeBlock(_) => self.is_verbatim = true,
            Tag::HtmlBlock => self.html = Some(None),
            Tag::MetadataBlock(kind) => {
                self.is_verbatim = true;
                front::find(span, *kind, self.gathering);
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd, span: Span) {
        match end {
            TagEnd::Emphasis => self.close(Span::new(span.end - 1, span.end), "italic", None),
            TagEnd::Strong => self.close(Span::new(span.end - 2, span.end), "bold", None),
            TagEnd::Strikethrough => {
                let marks = self.strikes(span);
                self.close(Span::new(span.end - marks, span.end), "strikethrough", None);
            }
            TagEnd::Link => self.end_link(span),
            TagEnd::HtmlBlock => {
                if let Some(Some(block)) = self.html.take() {
                    html::read(block, self.gathering);
                }
            }
            TagEnd::Item => {
                self.end_line();
                self.items -= 1;
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.is_verbatim = false,
            _ => self.end_line(),
        }
    }

    fn end_line(&mut self) {
        self.gathering.end_line(Writing::Markdown(self.around));
    }

    /// Ends a line within a block.
    fn break_line(&mut self) {
        if self.around != Around::Cell && self.around != Around::Heading {
            self.around = Around::Continued;
        }
        self.end_line();
    }

    fn open(&mut self, span: Span, role: &'static str) {
        self.mark(span, End::First, role, role, false);
    }

    /// Adds the end of something; `changed` is written for it where its line has changed.
    fn close(&mut self, span: Span, role: &'static str, changed: Option<String>) {
        self.at = span.end;
        self.gathering.inline.mark(Mark {
            span,
            end: End::Last,
            name: role.to_owned(),
            role,
            is_said: false,
            changed,
        });
    }

    fn mark(&mut self, span: Span, end: End, name: &str, role: &'static str, is_said: bool) {
        if self.pass_shortcode(span) {
            return;
        }
        self.at = span.end;
        self.gathering.inline.mark(Mark {
            span,
            end,
            name: name.to_owned(),
            role,
            is_said,
            changed: None,
        });
    }

    /// Ends a link. One identified by its own text gets a label after it when the text has changed.
    fn end_link(&mut self, mut span: Span) {
        let source = self.gathering.source;
        let kind = self.links.pop();
        let is_collapsed = matches!(kind, Some(LinkType::Collapsed | LinkType::CollapsedUnknown));
        if is_collapsed && !span.of(source).ends_with("[]") && source[span.end..].starts_with("[]")
        {
            // The parser leaves these out.
            span.end += 2;
        }
        let start = self.at.clamp(span.start, span.end);
        let text = &source[(span.start + 1).min(start)..start];
        match kind {
            Some(LinkType::Autolink | LinkType::Email) => self.is_verbatim = false,
            Some(
                LinkType::Shortcut
                | LinkType::ShortcutUnknown
                | LinkType::Collapsed
                | LinkType::CollapsedUnknown,
            ) => self.close(Span::new(start, span.end), "link", Some(format!("][{text}]"))),
            _ => self.close(Span::new(start, span.end), "link", None),
        }
    }

    fn end_image(&mut self, span: Span) {
        let Some(mut image) = self.image.take() else {
            return;
        };
        image.depth -= 1;
        if image.depth > 0 {
            self.image = Some(image);
            return;
        }
        if let Some(text) = image.text {
            self.gathering.add(text, Writing::Markdown(Around::Image));
        }
        self.mark(span, End::Both, "", "image", false);
    }

    /// How many marks strike out the text in `span`.
    fn strikes(&self, span: Span) -> usize {
        let text = span.of(self.gathering.source);
        1 + usize::from(text.starts_with("~~") && text.ends_with("~~"))
    }

    /// Adds text, except the shortcodes in it.
    fn text(&mut self, span: Span, text: &str) {
        let mut from = span.start;
        while let Some(code) = self.next_shortcode(from).filter(|code| code.start < span.end) {
            if from < code.start {
                self.piece(Span::new(from, code.start), text, span);
            }
            self.pass_shortcode(Span::new(code.start, code.start));
            from = code.end.min(span.end);
            if from == span.end {
                return;
            }
        }
        self.piece(Span::new(from, span.end), text, span);
    }

    /// Adds a piece of the text that stands in `whole`.
    fn piece(&mut self, piece: Span, text: &str, whole: Span) {
        let source = self.gathering.source;
        let text = if piece == whole { text } else { piece.of(source) };
        add_text(source, piece, text, self.at, &mut self.gathering.inline);
        self.at = piece.end;
    }

    /// The first shortcode that ends after `at`.
    fn next_shortcode(&mut self, at: usize) -> Option<Span> {
        let next = self.shortcodes.partition_point(|code| code.end <= at);
        self.shortcodes.get(next).copied()
    }

    /// Whether `span` stands in a shortcode, which is added as a tag when it is first met.
    fn pass_shortcode(&mut self, span: Span) -> bool {
        let Some(code) = self.next_shortcode(span.start).filter(|code| code.covers(span)) else {
            return false;
        };
        let number = self.shortcodes.partition_point(|other| other.start <= code.start);
        if number > self.passed {
            self.passed = number;
            self.at = code.end;
            self.gathering.inline.mark(Mark {
                span: code,
                end: End::Both,
                name: String::new(),
                role: "code",
                is_said: false,
                changed: None,
            });
        }
        true
    }

    fn inline_html(&mut self, span: Span) {
        let tag = span.of(self.gathering.source);
        let inner = tag.trim_start_matches(['<', '/']);
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':');
        let name = inner[..end.unwrap_or(inner.len())].to_ascii_lowercase();
        let (is_end, is_closed) = (tag.starts_with("</"), tag.ends_with("/>"));
        if !is_end && !name.is_empty() {
            html::find_in_tag(&name, span, self.gathering);
        }
        let (end, role) = match html::element(&name) {
            html::Element::Break => return self.break_line(),
            html::Element::Inline(role) | html::Element::Said(role) if !name.is_empty() => {
                match (is_end, is_closed) {
                    (true, _) => (End::Last, role),
                    (false, true) => (End::Both, role),
                    (false, false) => (End::First, role),
                }
            }
            html::Element::Empty(role) => (End::Both, role),
            _ => (End::Both, ""),
        };
        self.mark(span, end, &format!("<{name}"), role, false);
    }

    /// Adds a line to a block of HTML, unless marks of the block around it stand between it and the last line.
    fn html(&mut self, span: Span) {
        let source = self.gathering.source;
        let whole = match self.html.take() {
            Some(Some(block)) if source[block.end..span.start].trim().is_empty() => {
                Some(Span::new(block.start, span.end))
            }
            Some(None) if !span.is_empty() => Some(span),
            _ => None,
        };
        self.html = whole.map(Some);
    }
}

/// Adds the text that stands in `span`; what stands before `at` was added before.
fn add_text(source: &str, span: Span, text: &str, at: usize, inline: &mut Inline) {
    if span.of(source) != text {
        inline.meant(span, text.to_owned());
        return;
    }
    let is_escaped = span.start > at && source[..span.start].ends_with('\\');
    match text.chars().next().filter(char::is_ascii_punctuation) {
        Some(first) if is_escaped => {
            inline.meant(Span::new(span.start - 1, span.start + 1), first.to_string());
            inline.text(Span::new(span.start + 1, span.end));
        }
        _ => inline.text(span),
    }
}
