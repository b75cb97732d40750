//! The role of the elements of HTML for the text in and around them.

/// The role of an element for the text in and around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange::document) enum Element {
    /// It begins and ends a line.
    Block,
    /// A forced line break.
    Break,
    /// Formatting, a link or anything else within a line, with the role of its tags.
    Inline(&'static str),
    /// It has no content.
    Empty(&'static str),
    /// It stands within a line and has text that is not translated.
    Said(&'static str),
    /// It is not visible as text, wherever it stands.
    Hidden,
    /// A block that is not translated.
    Kept,
}

/// The role of the element with this name, which is in lower case.
pub(in crate::exchange::document) fn of(name: &str) -> Element {
    match name {
        "br" => Element::Break,
        "b" | "strong" => Element::Inline("bold"),
        "i" | "em" | "cite" | "dfn" => Element::Inline("italic"),
        "u" | "ins" => Element::Inline("underlined"),
        "a" => Element::Inline("link"),
        "s" | "del" | "strike" => Element::Inline("strikethrough"),
        "sub" => Element::Inline("subscript"),
        "sup" => Element::Inline("superscript"),
        "font" => Element::Inline("font"),
        "img" | "amp-img" => Element::Empty("image"),
        "wbr" | "area" | "embed" | "input" | "keygen" | "link" | "meta" | "param" | "source"
        | "track" => Element::Empty(""),
        "code" | "kbd" | "samp" | "tt" | "var" => Element::Said("code"),
        "math" => Element::Said("formula"),
        "script" | "style" | "template" | "noscript" | "iframe" | "noembed" | "noframes"
        | "object" | "svg" | "canvas" | "audio" | "video" => Element::Hidden,
        "pre" | "listing" | "plaintext" | "textarea" | "xmp" => Element::Kept,
        "address" | "article" | "aside" | "base" | "blockquote" | "body" | "button" | "caption"
        | "center" | "col" | "colgroup" | "dd" | "details" | "dialog" | "dir" | "div" | "dl"
        | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "frame"
        | "frameset" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hgroup"
        | "hr" | "html" | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "optgroup"
        | "option" | "p" | "search" | "section" | "select" | "summary" | "table" | "tbody"
        | "td" | "tfoot" | "th" | "thead" | "title" | "tr" | "ul" => Element::Block,
        _ => Element::Inline(""),
    }
}
