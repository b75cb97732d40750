//! The writer: TBX-Basic of 2008, or of 2019 in DCA style; always the same bytes for the same entries.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use quick_xml::escape::escape;

use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::glossary::{Entry, Status, Term};
use crate::text::Lang;

/// The editions that can be written: TBX-Basic, with the same elements under other names.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange::glossary) enum Edition {
    /// That of 2008, whose root is `martif`: most programs read it, and many read only that.
    Of2008,
    /// That of 2019, in DCA style.
    Of2019,
}

/// The names of the elements in an edition.
struct Names {
    root: &'static str,
    /// The attributes of the root.
    about: &'static str,
    header: &'static str,
    concept: &'static str,
    language: &'static str,
    term: &'static str,
}

impl Edition {
    fn names(self) -> Names {
        match self {
            Self::Of2008 => Names {
                root: "martif",
                about: r#"type="TBX-Basic" xml:lang="en""#,
                header: "martifHeader",
                concept: "termEntry",
                language: "langSet",
                term: "tig",
            },
            Self::Of2019 => Names {
                root: "tbx",
                about: r#"style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2""#,
                header: "tbxHeader",
                concept: "conceptEntry",
                language: "langSec",
                term: "termSec",
            },
        }
    }
}

impl Names {
    /// Everything before the first entry.
    fn head(&self) -> String {
        let Self { root, about, header, .. } = self;
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<{root} {about}>
  <{header}>
    <fileDesc>
      <sourceDesc>
        <p>A glossary written by hamta</p>
      </sourceDesc>
    </fileDesc>
  </{header}>
  <text>
    <body>
"#
        )
    }

    /// Everything after the last entry.
    fn foot(&self) -> String {
        format!("    </body>\n  </text>\n</{}>\n", self.root)
    }

    fn concept(&self, number: usize, entry: &Entry) -> String {
        let Self { concept, language, .. } = self;
        let kind = entry.kind.name();
        let mut out = format!("      <{concept} id=\"c{number}\">\n");
        let _ = writeln!(out, "        <descrip type=\"subjectField\">{kind}</descrip>");
        write_note(&mut out, 8, &entry.note);
        for lang in Lang::ALL {
            let _ = writeln!(out, "        <{language} xml:lang=\"{lang}\">");
            for term in entry.terms(lang) {
                self.write_term(&mut out, term);
            }
            let _ = writeln!(out, "        </{language}>");
        }
        let _ = writeln!(out, "      </{concept}>");
        out
    }

    fn write_term(&self, out: &mut String, term: &Term) {
        let status = match term.status {
            Status::Preferred => "preferredTerm-admn-sts",
            Status::Admitted => "admittedTerm-admn-sts",
            Status::Forbidden => "deprecatedTerm-admn-sts",
        };
        let text = escape(term.text.as_str());
        let _ = writeln!(out, "          <{}>", self.term);
        let _ = writeln!(out, "            <term>{text}</term>");
        let _ = writeln!(
            out,
            "            <termNote type=\"administrativeStatus\">{status}</termNote>"
        );
        write_note(out, 12, &term.note);
        let _ = writeln!(out, "          </{}>", self.term);
    }
}

/// Writes `entries`, in the order in which they are given.
///
/// # Errors
///
/// Where `output` cannot be written to, or an entry has a character that no XML file can contain.
pub(in crate::exchange::glossary) fn write(
    mut output: impl Write,
    edition: Edition,
    entries: &[Entry],
    path: &Path,
) -> Result<()> {
    let mut put = |text: &str| output.write_all(text.as_bytes()).map_err(|e| Error::write(path, e));
    let names = edition.names();
    put(&names.head())?;
    for (number, entry) in (1..).zip(entries) {
        let concept = names.concept(number, entry);
        if let Some(c) = forbidden(&concept) {
            let name = entry.preferred(Lang::Persian).unwrap_or_default();
            let message = format!("“{name}” holds {}, which XML forbids", code_point(c));
            return Err(Error::refused(message).at(path));
        }
        put(&concept)?;
    }
    put(&names.foot())?;
    output.flush().map_err(|e| Error::write(path, e))
}

fn write_note(out: &mut String, indent: usize, note: &str) {
    if !note.is_empty() {
        let _ = writeln!(out, "{:indent$}<note>{}</note>", "", escape(note));
    }
}
