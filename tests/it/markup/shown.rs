//! Content with its tags, for people to read.

use hamta::text::{TagKind, Tagged};

/// The lines with `{1>}`, `{<1}` and `{1}` for the tags, and after an empty line what each of these is.
pub(super) fn shown(content: &Tagged) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for tag in &content.tags {
        shown.push_str(&content.text[at..tag.at]);
        at = tag.at;
        let number = tag.number;
        shown.push_str(&match tag.kind {
            TagKind::Open => format!("{{{number}>}}"),
            TagKind::Close => format!("{{<{number}}}"),
            TagKind::Alone => format!("{{{number}}}"),
        });
    }
    shown.push_str(&content.text[at..]);
    shown.push_str("\n\n");
    for tag in &content.tags {
        let code = tag.code.replace('\n', "⏎");
        let role = match (tag.kind, tag.role.as_str()) {
            (TagKind::Close, _) => "/",
            (_, "") => "-",
            (_, role) => role,
        };
        shown.push_str(&format!("{} {role} {code}\n", tag.number));
    }
    shown
}
