//! Texts as a PO file has them: in quotation marks, with a line of the file for each line.

/// Adds `text` to `out` as what follows a keyword, with `end` at the ends of lines.
///
/// A text of several lines begins in the line after the keyword, as gettext writes it.
pub(super) fn push_quoted(out: &mut String, text: &str, end: &str) {
    if text.trim_end_matches('\n').contains('\n') {
        out.push_str("\"\"");
        for line in text.split_inclusive('\n') {
            out.push_str(end);
            push_line(out, line);
        }
    } else {
        push_line(out, text);
    }
}

fn push_line(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' | '\u{7f}' => out.push_str(&format!("\\{:03o}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// `target` with the white space around it that `source` has: gettext wants both to begin and end with a line break, or
/// neither.
pub(super) fn with_edges(source: &str, target: &str) -> String {
    let start = source.len() - source.trim_start().len();
    let end = source.trim_end().len().max(start);
    [&source[..start], target.trim(), &source[end..]].concat()
}
