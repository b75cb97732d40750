//! Files of units in every format: what is understood of them, and what is made of broken and hostile ones.

mod changing;
mod divided;
mod filling;
mod fixtures;
mod hostile;
mod writing;

use std::fmt::Write;
use std::path::Path;

use hamta::exchange::bilingual::{Format, State, fill, read};

/// The units, problems and remarks of a file, a line each; or why it cannot be read.
fn read_as(name: &str, file: &[u8]) -> String {
    let path = Path::new(name);
    let format = Format::of(path).expect("it is a format of units");
    let contents = match read(file, format, path) {
        Ok(Some(contents)) => contents,
        Ok(None) => return "no units".to_owned(),
        Err(error) => return format!("ERROR {error}"),
    };
    let mut lines = String::new();
    for unit in contents.units {
        let id = unit.id.as_deref().unwrap_or("-");
        write!(
            lines,
            "{} {id} {}> {:?} | {:?}",
            unit.line, unit.source_lang, unit.source, unit.target
        )
        .expect("a string takes everything");
        if unit.state != State::default() {
            write!(lines, " {:?}", unit.state).expect("a string takes everything");
        }
        for note in unit.notes {
            write!(lines, " # {note}").expect("a string takes everything");
        }
        lines.push('\n');
    }
    let problems = contents.problems.lines();
    for told in problems.chain(contents.remarks) {
        lines.push_str(&told);
        lines.push('\n');
    }
    lines.trim_end().to_owned()
}

#[track_caller]
fn check(name: &str, file: impl AsRef<[u8]>, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(read_as(name, file.as_ref()), expected.join("\n"));
}

/// An XLIFF 1.2 file from Persian into English with `units` in it, from line 2 on.
fn xliff(units: &str) -> String {
    format!(
        "<xliff version='1.2'><file source-language='fa' target-language='en-GB'><body>\n{units}</body></file></xliff>"
    )
}

/// An XLIFF 1.2 file of Trados Studio: a unit of three segments, translated, of which `defs` says more.
fn studio(defs: &str) -> String {
    xliff(&format!(
        "<trans-unit id='u'><source>آ. ب. پ.</source>
             <seg-source><mrk mtype='seg' mid='1'>آ.</mrk> <mrk mtype='seg' mid='2'>ب.</mrk> <mrk mtype='seg' mid='3'>پ.</mrk></seg-source>
             <target><mrk mtype='seg' mid='1'>A.</mrk> <mrk mtype='seg' mid='2'>B.</mrk> <mrk mtype='seg' mid='3'>P.</mrk></target>
             <sdl:seg-defs>{defs}</sdl:seg-defs></trans-unit>"
    ))
}

#[test]
fn a_name_says_the_format() {
    let of = |name| Format::of(Path::new(name));
    assert_eq!(of("a/b.XLF"), Some(Format::Xliff));
    assert_eq!(of("b.sdlxliff"), Some(Format::Xliff));
    assert_eq!(of("b.po"), Some(Format::Po));
    assert_eq!(of("b.en.csv"), Some(Format::Table));
    assert_eq!(of("tmx"), None);
    assert_eq!(of("b.txt"), None);
}

#[test]
fn tmx_units_stand_where_their_target_does() {
    check(
        "t.tmx",
        "<tmx><header srclang='fa'/><body>
            <tu><note>a</note>
              <tuv xml:lang='en'><seg>one</seg></tuv>
              <tuv xml:lang='fa'><seg>یک</seg></tuv></tu>
            <tu srclang='en'>
              <tuv xml:lang='en'><seg>two</seg></tuv>
              <tuv xml:lang='fa'><seg>دو</seg></tuv></tu>
            <tu/></body></tmx>",
        "3 - fa> \"یک\" | \"one\" # a
         7 - en> \"two\" | \"دو\"
         t.tmx:8: no Persian segment (it has no <tuv>)",
    );
}

#[test]
fn xliff_1_has_states_notes_and_text_in_tags() {
    check(
        "t.xlf",
        xliff(
            "<trans-unit id='1' approved='yes'>
               <source>یک <g id='a'>دو</g><x id='b'/> سه</source>
               <target>one <mrk mtype='seg' mid='1'>two</mrk><ph id='b'>&lt;br/></ph> three</target>
               <note from='me'>look at it</note><note>hamta: allow length</note>
             </trans-unit>
             <group translate='no'><trans-unit id='2'><source>آ</source></trans-unit>
             <trans-unit id='3' translate='yes'><source>ب</source><target/></trans-unit></group>
             <trans-unit id='4'><source>پ</source><seg-source>ت</seg-source>
               <target state='needs-translation'>p</target>
               <alt-trans><source>ث</source><target>s</target><note>no</note></alt-trans></trans-unit>
             <trans-unit id='5'><source>چ</source><target state='needs-review-translation'>ch</target></trans-unit>",
        ),
        "4 1 fa> \"یک دو سه\" | \"one two three\" Final # look at it # hamta: allow length
         7 2 fa> \"آ\" | \"\" Fixed
         8 3 fa> \"ب\" | \"\"
         10 4 fa> \"پ\" | \"p\" Draft
         12 5 fa> \"چ\" | \"ch\" Unreviewed",
    );
}

#[test]
fn programs_say_in_their_own_way_how_far_a_translation_is() {
    let memoq = |status: &str| {
        format!(
            "<trans-unit mq:status='{status}'><source>آ</source><target>a</target></trans-unit>\n"
        )
    };
    let statuses = ["Pretranslated", "PartiallyEdited", "ManuallyConfirmed", "Proofread"];
    check(
        "t.mqxliff",
        xliff(&statuses.map(memoq).concat()),
        "2 - fa> \"آ\" | \"a\" Draft
         3 - fa> \"آ\" | \"a\" Unreviewed
         4 - fa> \"آ\" | \"a\"
         5 - fa> \"آ\" | \"a\" Final",
    );
    check(
        "t.mqxliff",
        xliff(
            "<trans-unit mq:status='NotStarted'><source>آ</source><target state='translated'>a</target></trans-unit>
             <trans-unit mq:status='Rejected' translate='no'><source>آ</source><target>a</target></trans-unit>",
        ),
        "2 - fa> \"آ\" | \"a\"
         3 - fa> \"آ\" | \"a\" Fixed",
    );
    check(
        "t.sdlxliff",
        studio(
            "<sdl:seg id='3' conf='RejectedTranslation'/><sdl:seg id='1' conf='ApprovedSignOff'/><sdl:seg id='2'/>",
        ),
        "4 u/1 fa> \"آ.\" | \"A.\" Final
         4 u/2 fa> \"ب.\" | \"B.\"
         4 u/3 fa> \"پ.\" | \"P.\" Unreviewed",
    );
}

#[test]
fn what_a_program_has_translated_is_no_human_work_until_it_is_confirmed() {
    check(
        "t.mqxliff",
        xliff(
            "<trans-unit mq:status='MachineTranslated'><source>آ</source><target>a</target></trans-unit>
             <trans-unit m:trans-origin='mt' m:confirmed='0'><source>آ</source><target>a</target></trans-unit>
             <trans-unit m:trans-origin='mt' m:confirmed='1'><source>آ</source><target>a</target></trans-unit>
             <trans-unit><source>آ</source><target state='translated' state-qualifier='mt-suggestion'>a</target></trans-unit>
             <trans-unit><source>آ</source><target state-qualifier='leveraged-mt'>a</target></trans-unit>
             <trans-unit><source>آ</source><target state='final' state-qualifier='leveraged-mt'>a</target></trans-unit>
             <trans-unit approved='yes'><source>آ</source><target state-qualifier='leveraged-mt'>a</target></trans-unit>
             <trans-unit><source>آ</source><target state='translated' state-qualifier='leveraged-tm'>a</target></trans-unit>",
        ),
        "2 - fa> \"آ\" | \"a\" Machine
         3 - fa> \"آ\" | \"a\" Machine
         4 - fa> \"آ\" | \"a\"
         5 - fa> \"آ\" | \"a\" Machine
         6 - fa> \"آ\" | \"a\" Machine
         7 - fa> \"آ\" | \"a\" Final
         8 - fa> \"آ\" | \"a\" Final
         9 - fa> \"آ\" | \"a\"",
    );
    check(
        "t.sdlxliff",
        studio(
            "<sdl:seg id='1' origin='nmt'/><sdl:seg id='2' conf='Draft' origin='mt'/><sdl:seg id='3' conf='Translated' origin='mt'/>",
        ),
        "4 u/1 fa> \"آ.\" | \"A.\" Machine
         4 u/2 fa> \"ب.\" | \"B.\" Machine
         4 u/3 fa> \"پ.\" | \"P.\"",
    );
}

#[test]
fn what_is_locked_and_has_no_translation_is_let_be() {
    check(
        "t.mqxliff",
        xliff(
            "<trans-unit mq:locked='locked'><source>آ</source><target/></trans-unit>
             <trans-unit m:locked='true'><source>آ</source></trans-unit>
             <trans-unit m:locked='false'><source>آ</source></trans-unit>
             <trans-unit mq:locked='locked'><source>آ</source><target>a</target></trans-unit>",
        ),
        "2 - fa> \"آ\" | \"\" Fixed
         3 - fa> \"آ\" | \"\" Fixed
         4 - fa> \"آ\" | \"\"
         5 - fa> \"آ\" | \"a\"",
    );
    check(
        "t.sdlxliff",
        xliff(
            "<trans-unit id='u'><source>آ. ب.</source>
             <seg-source><mrk mtype='seg' mid='1'>آ.</mrk> <mrk mtype='seg' mid='2'>ب.</mrk></seg-source>
             <target><mrk mtype='seg' mid='1'/> <mrk mtype='seg' mid='2'/></target>
             <sdl:seg-defs><sdl:seg id='1' locked='true'/><sdl:seg id='2'/></sdl:seg-defs></trans-unit>",
        ),
        "4 u/1 fa> \"آ.\" | \"\" Fixed
         4 u/2 fa> \"ب.\" | \"\"",
    );
}

#[test]
fn lines_of_xliff_stay_where_white_space_is_preserved() {
    let unit = |space: &str| {
        format!(
            "<trans-unit{space}><source>\nآ<g id='1'>\r\n</g>ب\n</source><target>a\n b</target></trans-unit>"
        )
    };
    let preserve = " xml:space='preserve'";
    let units = [
        unit(""),
        unit(preserve),
        format!("<group{preserve}>{}", unit("")),
        unit(" xml:space='default'") + "</group>",
    ];
    check(
        "t.xlf",
        xliff(&units.concat()),
        "5 - fa> \"آ ب\" | \"a b\"
         9 - fa> \"آ\\nب\" | \"a\\n b\"
         13 - fa> \"آ\\nب\" | \"a\\n b\"
         17 - fa> \"آ ب\" | \"a b\"",
    );
    check(
        "t.xliff",
        "<xliff version='2.1' srcLang='en' trgLang='fa'><file id='f'><unit id='u'>
           <segment><source xml:space='preserve'>A.\nB.</source>
             <target>آ.\nب.</target></segment></unit></file></xliff>",
        "4 u en> \"A.\\nB.\" | \"آ. ب.\"",
    );
}

#[test]
fn xliff_2_has_several_segments_in_a_unit() {
    check(
        "t.xliff",
        "<xliff version='2.1' srcLang='en' trgLang='fa-IR'><file id='f'><notes><note>of the file</note></notes>
           <group id='g'><unit id='u'><notes><note>mind</note></notes>
             <mtc:matches xmlns:mtc='m'><mtc:match><source>x</source><target>y</target></mtc:match></mtc:matches>
             <segment id='s' state='reviewed'><source>One<sc id='1'/>.</source>
               <target>یک.</target></segment>
             <ignorable><source> </source></ignorable>
             <segment state='initial'><source>A <pc id='2'>b</pc>.</source><target>ب.</target></segment>
             <segment><source>C.</source></segment>
           </unit></group>
           <unit id='v' translate='no'><segment><source>D.</source></segment></unit></file></xliff>",
        "5 u/s en> \"One.\" | \"یک.\" Final # mind
         7 u en> \"A b.\" | \"ب.\" Draft # mind
         8 u en> \"C.\" | \"\" # mind
         10 v en> \"D.\" | \"\" Fixed",
    );
}

/// As Python's ElementTree writes every file.
#[test]
fn the_elements_of_xliff_may_have_a_prefix() {
    let file = "<ns0:xliff xmlns:ns0='urn:oasis:names:tc:xliff:document:1.2' xmlns:ns1='urn:x' version='1.2'>
         <ns0:file source-language='fa' target-language='en'><ns0:body>
         <ns0:trans-unit id='1'><ns0:source>یک <ns0:x id='1'/>دو</ns0:source><ns1:target>b</ns1:target>
           <ns0:target state='needs-translation'>a</ns0:target></ns0:trans-unit>
         </ns0:body></ns0:file></ns0:xliff>";
    check("t.xlf", file, "4 1 fa> \"یک دو\" | \"a\" Draft");
    let path = Path::new("t.xlf");
    let contents = read(file.as_bytes(), Format::Xliff, path);
    let contents = contents.expect("it is XLIFF").expect("it has units");
    let filled = fill(file.as_bytes(), Format::Xliff, &contents, &[None], path);
    assert_eq!(
        filled.expect_err("it is only read").to_string(),
        "t.xlf: its elements have a prefix, as <ns0:xliff>, with which XLIFF is read and not written"
    );
}

#[test]
fn xliff_in_other_languages_is_one_problem() {
    check(
        "t.xlf",
        "<xliff version='1.2'>
         <file source-language='de' target-language='en'><body>
           <trans-unit id='1'><source>eins</source></trans-unit><trans-unit id='2'><source>zwei</source></trans-unit>
         </body></file>
         <file source-language='en' target-language='fas'><body>
           <trans-unit><source>one</source><target>یک</target></trans-unit></body></file></xliff>",
        "6 - en> \"one\" | \"یک\"
         t.xlf:2: a file from “de” into “en”, not between fa and en",
    );
}

const HEADER: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: fa\\n\"\n\n";

#[test]
fn po_has_contexts_plurals_and_what_is_fuzzy() {
    let file = format!(
        "{HEADER}# by hand\n#. for him\n#: a.c:1\nmsgctxt \"menu\"\nmsgid \"Open\\n\"\n\"it\"\nmsgstr \"\"\n\"بازش \"\n\"کن\"\n\
         #, c-format, fuzzy\n#| msgid \"day\"\nmsgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] \"یک روز\"\nmsgstr[1] \"%d روز\"\n\
         msgid \"%d hour\"\nmsgid_plural \"%d hours\"\nmsgstr[0] \"%d ساعت\"\nmsgid \"No\"\nmsgstr \"\"\n\
         #~ msgid \"old\"\n#~ msgstr \"\"\n#~ \"کهنه\"\n"
    );
    check(
        "t.po",
        file,
        "11 menu en> \"Open\\nit\" | \"بازش کن\" # by hand # for him
         18 - en> \"%d day\" | \"یک روز\" Draft
         19 - en> \"%d days\" | \"%d روز\" Draft
         22 - en> \"%d hours\" | \"%d ساعت\"
         24 - en> \"No\" | \"\"",
    );
}

#[test]
fn the_header_of_po_names_the_languages() {
    let file = |header: &str| {
        format!("msgid \"\"\nmsgstr \"{header}\"\nmsgid \"سلام\"\nmsgstr \"Hello\"\n")
    };
    let persian = "4 - fa> \"سلام\" | \"Hello\"";
    check("t.po", file("Language: en_GB\\n"), persian);
    check("t.po", file("Project-Id-Version: x\\n"), persian);
    check("t.po", file("Language: en\\nX-Source-Language: fa\\n"), persian);
    let foreign = "t.po:1: a file that is not translated between fa and en";
    check("t.po", file("Language: de\\n"), foreign);
    check("t.po", file("Language: en\\nX-Source-Language: ru\\n"), foreign);
}

/// A catalogue in which English is written otherwise for another country, or stands in the place of keys.
#[test]
fn messages_of_po_in_the_language_of_the_translations_are_no_units() {
    let file = |header: &str, message: &str| {
        format!(
            "msgid \"\"\nmsgstr \"{header}\"\n\nmsgid \"Colour\"\nmsgstr \"Color\"\n\nmsgid \"home.title\"\nmsgstr \"\"\n\n{message}"
        )
    };
    let foreign = "t.po:1: a file that is not translated between fa and en";
    let number = "msgid \"12\"\nmsgstr \"12\"\n";
    check("t.po", file("Language: en\\n", ""), foreign);
    check(
        "t.po",
        file("Language: en\\n", &format!("msgid \"رنگ\"\nmsgstr \"\"\n\n{number}")),
        "11 - fa> \"رنگ\" | \"\"
         14 - fa> \"12\" | \"12\"
         messages in the language of the translations, which are skipped: 2",
    );
    check(
        "t.po",
        file("Language: en\\nX-Source-Language: fa\\n", ""),
        "5 - fa> \"Colour\" | \"Color\"
         8 - fa> \"home.title\" | \"\"",
    );
    check(
        "t.po",
        file("Language: fa\\n", ""),
        "5 - en> \"Colour\" | \"Color\"
         8 - en> \"home.title\" | \"\"",
    );
}

#[test]
fn po_is_read_in_the_encoding_that_it_declares() {
    let file = [
        b"msgid \"\"\nmsgstr \"Language: fa\\nContent-Type: text/plain; charset=windows-1256\\n\"\nmsgid \"hi\"\nmsgstr \"".as_slice(),
        b"\xd3\xe1\xc7\xe3\"\n",
    ];
    check("t.po", file.concat(), "4 - en> \"hi\" | \"سلام\"");
    check(
        "t.po",
        [b"\xEF\xBB\xBFmsgid \"hi\"\nmsgstr \"".as_slice(), "سلام\"".as_bytes()].concat(),
        "2 - en> \"hi\" | \"سلام\"",
    );
}

#[test]
fn tables_name_their_languages() {
    check(
        "t.tsv",
        "en-GB\tid\tfa\tnote\none\t1\tیک\tfirst\n\ntwo\t2\t\t\n",
        "2 1 en> \"one\" | \"یک\" # first
         4 2 en> \"two\" | \"\"",
    );
    check(
        "t.csv",
        "متن فارسی;متن انگلیسی\n\"یک; دو\nسه\";\"one \"\"1\"\"\"\n",
        "2 - fa> \"یک; دو\\nسه\" | \"one \\\"1\\\"\"",
    );
    // The first row tells what stands between the cells, whatever stands in them.
    check(
        "t.csv",
        "fa,en\nبی,\"a\t\n\t,\"\nدو,\"b\t\n%\"\n",
        "2 - fa> \"بی\" | \"a\\t\\n\\t,\"
         4 - fa> \"دو\" | \"b\\t\\n%\"",
    );
    // A comma that nobody has quoted would cut the text off.
    check(
        "t.csv",
        "fa,en\nسلام,Hello, my friend\nدو,two,\n",
        "3 - fa> \"دو\" | \"two\"
         t.csv:2: the row has 3 cells, the header 2; is a “,” not in quotation marks?",
    );
    check("t.csv", "day,visitors\nMonday,12\n", "no units");
    check(
        "t.csv",
        "source,target,fuzzy\nیک,one,\ntwo,دو,True\n1,2,\n",
        "2 - fa> \"یک\" | \"one\"
         3 - en> \"two\" | \"دو\" Draft",
    );
    check("t.csv", "", "no units");
}
