//! The codes that site generators and converters have in Markdown: `{{< figure >}}`, `{% include %}`, `{: .class}`,
//! `](a.png){width=50%}`. They are not text, and are read before Markdown is.

use crate::text::Span;

/// The most bytes of one of them.
const MOST: usize = 2000;

/// How they begin and end.
const KINDS: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("{:", "}"), ("{", "}")];

/// Those of Liquid whose content is not text, up to their own end.
const VERBATIM: [&str; 3] = ["highlight", "raw", "comment"];

/// Where they stand, in order.
pub(super) fn find(source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    // Where the next end of each kind is, so that none is looked for twice.
    let mut ends = [0_usize; KINDS.len() + VERBATIM.len()];
    let mut at = 0;
    while let Some(start) = source[at..].find('{').map(|start| at + start) {
        at = start + 1;
        let Some(kind) = KINDS.iter().position(|(begin, _)| source[start..].starts_with(begin))
        else {
            continue;
        };
        let (begin, end) = KINDS[kind];
        let inside = start + begin.len();
        let inner_end = next(source, inside, end, &mut ends[kind]);
        if source[..start].ends_with('\\') || inner_end > inside + MOST {
            continue;
        }
        let inner = &source[inside..inner_end];
        if !is_one(&source[..start], begin, inner) {
            continue;
        }
        at = inner_end + end.len();
        let verbatim = VERBATIM.iter().position(|name| inner.trim_start().starts_with(name));
        if let Some(i) = verbatim.filter(|_| begin == "{%") {
            let end = format!("{{% end{}", VERBATIM[i]);
            let close = next(source, at, &end, &mut ends[KINDS.len() + i]);
            let close = source.get(close..).and_then(|rest| Some(close + rest.find("%}")? + 2));
            at = close.unwrap_or(at);
        }
        found.push(Span::new(start, at));
    }
    found
}

/// The next place of `what` from `at` on; `known` is one that was found before; `usize::MAX` where there is none.
fn next(source: &str, at: usize, what: &str, known: &mut usize) -> usize {
    if *known < at {
        *known = source[at..].find(what).map_or(usize::MAX, |found| at + found);
    }
    *known
}

/// Whether this is one, which begins after `before`.
fn is_one(before: &str, begin: &str, inner: &str) -> bool {
    match begin {
        "{:" => !inner.contains('\n'),
        "{" => {
            before.ends_with([')', ']', '`'])
                && !inner.contains('\n')
                && (inner.starts_with(['#', '.']) || inner.contains('='))
        }
        _ => !inner.contains("\n\n") && !inner.contains("\n---"),
    }
}

/// The source with letters in place of them.
pub(super) fn hidden(source: &str, found: &[Span]) -> String {
    let mut hidden = String::with_capacity(source.len());
    let mut at = 0;
    for span in found {
        hidden.push_str(&source[at..span.start]);
        let bytes = span.of(source).bytes();
        hidden.extend(
            bytes.map(|byte| if byte == b'\n' || byte == b'\r' { char::from(byte) } else { 'x' }),
        );
        at = span.end;
    }
    hidden.push_str(&source[at..]);
    hidden
}

/// Whether a text has the beginning of one of them.
pub(super) fn begins_in(text: &str) -> bool {
    text.contains('{')
}
