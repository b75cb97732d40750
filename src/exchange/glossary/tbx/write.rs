//! The writer: TBX-Basic of 2019 in DCA style, always the same bytes for the same entries.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use quick_xml::escape::escape;

use crate::error::{Error, Result};
use crate::exchange::xml::content::{code_point, forbidden};
use crate::glossary::{Entry, Status, Term};
use crate::text::Lang;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>A glossary written by hamta</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"#;

const FOOT: &str = "    </body>\n  </text>\n</tbx>\n";

/// Writes `entries`, in the order in which they are given.
///
/// # Errors
///
/// Where `output` cannot be written to, or an entry holds a character that no XML file can hold.
pub(in crate::exchange::glossary) fn write(
    mut output: impl Write,
    entries: &[Entry],
    path: &Path,
) -> Result<()> {
    let mut put = |text: &str| {
        output
            .write_all(text.as_bytes())
            .map_err(|e| Error::write(path, e))
    };
    put(HEAD)?;
    let mut concept = String::new();
    for (number, entry) in (1..).zip(entries) {
        concept.clear();
        write_concept(&mut concept, number, entry);
        if let Some(c) = forbidden(&concept) {
            let name = entry.preferred(Lang::Persian).unwrap_or_default();
            let message = format!("“{name}” holds {}, which XML forbids", code_point(c));
            return Err(Error::refused(message).at(path));
        }
        put(&concept)?;
    }
    put(FOOT)?;
    output.flush().map_err(|e| Error::write(path, e))
}

fn write_concept(out: &mut String, number: usize, entry: &Entry) {
    let _ = writeln!(out, "      <conceptEntry id=\"c{number}\">");
    let _ = writeln!(
        out,
        "        <descrip type=\"subjectField\">{}</descrip>",
        entry.kind.name()
    );
    write_note(out, 8, &entry.note);
    for lang in Lang::ALL {
        let _ = writeln!(out, "        <langSec xml:lang=\"{lang}\">");
        for term in entry.terms(lang) {
            write_term(out, term);
        }
        out.push_str("        </langSec>\n");
    }
    out.push_str("      </conceptEntry>\n");
}

fn write_term(out: &mut String, term: &Term) {
    let status = match term.status {
        Status::Preferred => "preferredTerm-admn-sts",
        Status::Admitted => "admittedTerm-admn-sts",
        Status::Forbidden => "deprecatedTerm-admn-sts",
    };
    out.push_str("          <termSec>\n");
    let _ = writeln!(
        out,
        "            <term>{}</term>",
        escape(term.text.as_str())
    );
    let _ = writeln!(
        out,
        "            <termNote type=\"administrativeStatus\">{status}</termNote>"
    );
    write_note(out, 12, &term.note);
    out.push_str("          </termSec>\n");
}

fn write_note(out: &mut String, indent: usize, note: &str) {
    if !note.is_empty() {
        let _ = writeln!(out, "{:indent$}<note>{}</note>", "", escape(note));
    }
}
