//! Writes the units of a memory as XLIFF 1.2 or 2.1, one after another.

use super::inline::{content, plain};
use super::two;
use crate::text::{Lang, Tagged};
use crate::unit::{Method, TranslationUnit};

/// A version of XLIFF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Version {
    /// 1.2
    One,
    /// 2.1
    Two,
}

impl Version {
    /// All before the first unit, which is translated from `lang`.
    pub(in crate::exchange) fn head(self, lang: Lang) -> String {
        match self {
            Self::One => format!(
                r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="hamta" source-language="{}" target-language="{}" datatype="plaintext">
    <body>
"#,
                lang.code(),
                lang.other().code()
            ),
            Self::Two => two::head(lang, "hamta"),
        }
    }

    /// All after the last unit.
    pub(in crate::exchange) fn foot(self) -> &'static str {
        match self {
            Self::One => "    </body>\n  </file>\n</xliff>\n",
            Self::Two => two::FOOT,
        }
    }

    /// One unit, translated from `lang`; what a machine translated is still to be looked at.
    pub(in crate::exchange) fn unit(
        self,
        unit: &TranslationUnit,
        number: u64,
        lang: Lang,
    ) -> String {
        let side = |lang| {
            let side = unit.side(lang);
            Tagged {
                text: side.text.clone(),
                tags: side.tags.clone(),
            }
        };
        let (source, target) = (side(lang), side(lang.other()));
        let is_machine = unit.origin.method == Method::Machine;
        let id = number.to_string();
        let mut out = String::new();
        match self {
            Self::One => {
                let state = if is_machine {
                    "needs-review-translation"
                } else {
                    "translated"
                };
                let note = unit.note.as_deref().map_or_else(String::new, |note| {
                    format!("        <note>{}</note>\n", plain(note))
                });
                out = format!(
                    "      <trans-unit id=\"{id}\">\n        <source>{}</source>\n        <target state=\"{state}\">{}</target>\n{note}      </trans-unit>\n",
                    content(&source),
                    content(&target),
                );
            }
            Self::Two => {
                let unit = two::Unit {
                    id: &id,
                    state: if is_machine { "initial" } else { "translated" },
                    source: &source,
                    target: Some(&target),
                    notes: unit.note.iter().map(|note| ("", note.clone())).collect(),
                    offered: None,
                    terms: Vec::new(),
                };
                two::push(&mut out, &unit, "    ");
            }
        }
        out
    }
}
