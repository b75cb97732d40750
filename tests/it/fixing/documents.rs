//! Office documents are mended in the runs in which the letters stand; all parts but that of the text stay, byte for
//! byte.

use super::{mended, text};
use crate::documents::hostile::archive;
use crate::documents::members;

/// Mends a document in which `part` has the text `xml`; in that each of `changes` is written, whose old text stands
/// there once.
#[track_caller]
fn mends(name: &str, part: &str, xml: &str, changes: &[(&str, &str)], says: &[&str]) {
    let types = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let parts = [("[Content_Types].xml", types), (part, xml), ("media/Vonsan.png", "Vonsan\0")];
    let parts = parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (found, said) = mended(name, &archive(&parts));
    let mut expected = xml.to_owned();
    for (old, new) in changes {
        assert_eq!(expected.matches(old).count(), 1, "{old}");
        expected = expected.replace(old, new);
    }
    let found = members(&found);
    assert_eq!(text(&found[1].1), expected);
    assert_eq!((&found[0], &found[2]), (&parts[0], &parts[2]));
    for says in says {
        assert!(said.contains(says), "{says}: {said}");
    }
}

#[test]
fn a_word_document_keeps_its_runs_changes_and_marks() {
    let run = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let xml = format!(
        "<?xml version='1.0'?>\n<w:document xmlns:w='w' xmlns:mc='mc'><w:body><w:p><w:pPr><w:pStyle w:val='Vonsan'/></w:pPr>\
         <w:r><w:t xml:space='preserve'>Lavrov flew to </w:t></w:r><w:bookmarkStart w:id='1' w:name='Vonsan'/>{}\
         <w:proofErr w:type='spellStart'/>{}<w:bookmarkEnd w:id='1'/><w:del w:id='2'><w:r><w:delText>Vonsan</w:delText></w:r></w:del>\
         <w:ins w:id='3'><w:r><w:t xml:space='preserve'> &amp; on to Vonsan’s port.</w:t></w:r></w:ins></w:p>\
         <w:p><w:r><w:t>It was &#86;onsan.</w:t></w:r></w:p>\
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>In Vonsan one</w:t></w:r></w:p></mc:Choice>\
         <mc:Fallback><w:p><w:r><w:t xml:space='preserve'>In Vonsan </w:t></w:r><w:r><w:t>one</w:t></w:r></w:p></mc:Fallback>\
         </mc:AlternateContent></w:r></w:p></w:body></w:document>",
        run("Von"),
        run("san")
    );
    mends(
        "t.docx",
        "word/document.xml",
        &xml,
        &[
            (">Von<", ">Won<"),
            ("to Vonsan’s", "to Wonsan’s"),
            ("In Vonsan one", "In Wonsan one"),
            ("In Vonsan <", "In Wonsan <"),
        ],
        &[
            "-Lavrov flew to Vonsan & on to Vonsan’s port.\n",
            "+Lavrov flew to Wonsan & on to Wonsan’s port.\n",
            "t.docx: fixed: 3",
        ],
    );
}

#[test]
fn an_odt_document_keeps_its_spans_and_spaces() {
    let xml = "<?xml version='1.0'?><office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>\
        <text:h text:style-name='Vonsan'>Lavrov<text:s/>in Von<text:span text:style-name='T1'>san</text:span></text:h>\
        <text:p>He flew  to\n Vonsan.</text:p><text:p>He &lt;went&gt; to Vonsan<text:note><text:note-body><text:p>By Vonsan</text:p>\
        </text:note-body></text:note>.</text:p></office:text></office:body></office:document-content>";
    mends(
        "t.odt",
        "content.xml",
        xml,
        &[("in Von<", "in Won<"), ("to Vonsan<", "to Wonsan<"), ("By Vonsan", "By Wonsan")],
        &["t.odt: fixed: 3"],
    );
}
