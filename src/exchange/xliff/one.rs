//! Units as XLIFF 1.2 has them, in one form: UTF-8, indented by two spaces.

use quick_xml::events::attributes::Attribute;

use super::inline::{content, plain};
use super::unit::Unit;
use crate::exchange::units::State;
use crate::text::Lang;

/// Everything before the first unit of a file named `original`.
pub(super) fn head(lang: Lang, original: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="{}" source-language="{}" target-language="{}" datatype="plaintext">
    <body>
"#,
        quoted(original),
        lang.code(),
        lang.other().code()
    )
}

/// Everything after the last unit.
pub(super) const FOOT: &str = "    </body>\n  </file>\n</xliff>\n";

/// Adds a unit to `out`, each of its lines after `indent`.
///
/// If it has no target, the source stands there, since OmegaT does not recognise a segment without one.
pub(super) fn push(out: &mut String, unit: &Unit<'_>, indent: &str) {
    let mut line = |depth: usize, text: &str| {
        for part in [indent, &"  ".repeat(depth), text, "\n"] {
            out.push_str(part);
        }
    };
    line(0, &format!("<trans-unit id=\"{}\">", quoted(unit.id)));
    line(1, &format!("<source>{}</source>", content(unit.source)));
    let state = match unit.state {
        State::Draft => "needs-translation",
        State::Machine | State::Unreviewed => "needs-review-translation",
        _ => "translated",
    };
    let target = content(unit.target.unwrap_or(unit.source));
    line(1, &format!("<target state=\"{state}\">{target}</target>"));
    let notes = unit.notes.iter().map(|(from, note)| (*from, note));
    let names = unit.names.iter().map(|name| ("glossary", name));
    for (from, note) in notes.chain(names) {
        let from = match from {
            "" => String::new(),
            name => format!(" from=\"{name}\""),
        };
        line(1, &format!("<note{from}>{}</note>", plain(note)));
    }
    if let Some(offered) = &unit.offered {
        let rate = offered.rate;
        let origin = quoted(offered.origin);
        line(1, &format!("<alt-trans match-quality=\"{rate}%\" origin=\"{origin}\">"));
        line(2, &format!("<source>{}</source>", plain(offered.source)));
        line(2, &format!("<target>{}</target>", plain(offered.target)));
        line(1, "</alt-trans>");
    }
    line(0, "</trans-unit>");
}

/// A value that can stand between quotation marks of either kind; line breaks and tabs are references, which readers
/// keep.
fn quoted(value: &str) -> String {
    Attribute::from(("", value)).value.into_owned()
}
