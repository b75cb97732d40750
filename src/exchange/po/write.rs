//! Writes the units of a memory as a PO file, one after another.

use std::collections::HashSet;

use super::quoted::{push_quoted, with_edges};
use crate::text::Lang;
use crate::unit::{Method, TranslationUnit};

/// The units on their way to messages, no two of which may be the same.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Messages {
    sources: HashSet<String>,
}

impl Messages {
    /// Everything before the first message, which is translated from `lang`.
    pub(in crate::exchange) fn head(lang: Lang) -> String {
        format!(
            r#"msgid ""
msgstr ""
"Project-Id-Version: hamta\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language-Team: none\n"
"Language: {}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Source-Language: {}\n"
"#,
            lang.other().code(),
            lang.code()
        )
    }

    /// One unit, translated from `lang`; of several with the same source all but the first have the number as their
    /// context. What a machine translated is fuzzy.
    pub(in crate::exchange) fn unit(
        &mut self,
        unit: &TranslationUnit,
        number: u64,
        lang: Lang,
    ) -> String {
        let source = unit.side(lang).with_placeholders();
        let target = with_edges(&source, &unit.side(lang.other()).with_placeholders());
        let mut out = "\n".to_owned();
        for line in unit.note.iter().flat_map(|note| note.lines()) {
            // Another sign after the hash would make it something else.
            out.push_str(&format!("# {}\n", line.trim_start()));
        }
        if unit.origin.method == Method::Machine {
            out.push_str("#, fuzzy\n");
        }
        if !self.sources.insert(source.clone().into_owned()) {
            out.push_str(&format!("msgctxt \"{number}\"\n"));
        }
        for (keyword, text) in [("msgid ", &*source), ("msgstr ", &*target)] {
            out.push_str(keyword);
            push_quoted(&mut out, text, "\n");
            out.push('\n');
        }
        out
    }
}
