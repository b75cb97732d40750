//! Random units, with tags and details, in the form in which the reader gives them.

use hamta::text::{Lang, Tag, TagKind};
use hamta::unit::{Details, Method, Origin, Other, Said, Side, TranslationUnit};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn lang() -> impl Strategy<Value = Lang> {
    select(&Lang::ALL[..])
}

pub(super) fn unit() -> impl Strategy<Value = TranslationUnit> {
    let method = select(vec![Method::Human, Method::Aligned, Method::Machine]);
    let author = prop_oneof![Just(None), Just(Some("MT!".to_owned())), text().prop_map(Some)];
    let date = (0_i64..250_000_000_000).prop_map(|s| Timestamp::from_second(s).expect("a date"));
    let beside = (method, author, option::of(date), vec(text(), 0..4));
    let things = (vec(thing(), 0..6), vec(thing(), 0..3), vec(thing(), 0..3));
    (lang(), side(), side(), beside, things, details()).prop_map(
        |(source_lang, mut source, mut target, (method, author, date, notes), things, details)| {
            let (shared, of_target, of_other) = things;
            source.tags = tags(&source.text, &shared, &[]);
            target.tags = tags(&target.text, &shared, &of_target);
            let mut details = details;
            for other in &mut details.others {
                other.tags = tags(&other.text, &shared, &of_other);
            }
            let note = (!notes.is_empty()).then(|| notes.join("\n"));
            if notes.len() > 1 {
                details.unit.notes = notes;
            }
            let (persian, english) = match source_lang {
                Lang::Persian => (source, target),
                Lang::English => (target, source),
            };
            TranslationUnit {
                source_lang,
                persian,
                english,
                origin: Origin { name: "origin".to_owned(), method },
                author,
                date,
                note,
                details: (details != Details::default()).then(|| Box::new(details)),
            }
        },
    )
}

fn side() -> impl Strategy<Value = Side> {
    let neighbours = (option::of(text()), option::of(text()));
    (text(), neighbours).prop_map(|(text, (previous, next))| Side {
        previous,
        next,
        ..Side::new(text)
    })
}

/// A trimmed text of whatever XML can hold, with much of what it treats in its own way.
fn text() -> impl Strategy<Value = String> {
    let trimmed = whole_text().prop_map(|text| text.trim().to_owned());
    trimmed.prop_filter("something is left", |text| !text.is_empty())
}

fn whole_text() -> impl Strategy<Value = String> {
    let odd = "&<>\"'\n\r\t ];\u{200c}\u{200f}\u{202e}\u{feff}\u{85}\u{2028}😀ی";
    let c = prop_oneof![
        select(odd.chars().collect::<Vec<_>>()),
        any::<char>().prop_filter("XML holds it", |c| {
            !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
        }),
    ];
    vec(c, 1..30).prop_map(|chars| chars.into_iter().collect())
}

/// Something that a tag or a pair of tags stands for.
#[derive(Clone, Debug)]
struct Thing {
    /// `None` for a pair.
    kind: Option<TagKind>,
    role: String,
    code: String,
    end: String,
    /// Where it begins and ends, in thousandths of a text.
    places: (usize, usize),
}

fn thing() -> impl Strategy<Value = Thing> {
    let kinds = [None, None, Some(TagKind::Open), Some(TagKind::Close), Some(TagKind::Alone)];
    let known = [
        ("", ""),
        ("<hi>", "</hi>"),
        ("<tmx:sub>", "</tmx:sub>"),
        ("<tmx:sub a=\"&amp;\">a</tmx:sub>", "</"),
    ];
    let known = select(known.to_vec()).prop_map(|(code, end)| (code.to_owned(), end.to_owned()));
    let code = prop_oneof![known, (whole_text(), whole_text())];
    let role = prop_oneof![Just(String::new()), text()];
    (select(kinds.to_vec()), role, code, (0..=1000_usize, 0..=1000_usize)).prop_map(
        |(kind, role, (code, end), (a, b))| Thing {
            kind,
            role,
            code,
            end,
            places: (a.min(b), a.max(b)),
        },
    )
}

/// The tags of a text: those of things that the source has, with its numbers, and those of things that only this text
/// has.
fn tags(text: &str, shared: &[Thing], own: &[Thing]) -> Vec<Tag> {
    let order = |things: &[Thing]| {
        let mut order: Vec<usize> = (0..things.len()).collect();
        order.sort_by_key(|at| things[*at].places.0);
        order
    };
    let mut numbered = Vec::new();
    for at in order(shared) {
        numbered.push((shared[at].clone(), String::new()));
    }
    for at in order(own) {
        numbered.push((own[at].clone(), "own ".to_owned()));
    }
    let mut tags = Vec::new();
    for (number, (thing, prefix)) in (1..).zip(numbered) {
        let tag = |place: usize, kind, code: &str| {
            let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let places: Vec<usize> = places.collect();
            let at = places[place * (places.len() - 1) / 1000];
            let (role, code) = (thing.role.clone(), format!("{prefix}{code}"));
            (place, Tag { at, kind, number, role, code })
        };
        let (start, end) = thing.places;
        match thing.kind {
            Some(kind) => tags.push(tag(start, kind, &thing.code)),
            None => tags.extend([
                tag(start, TagKind::Open, &thing.code),
                tag(end, TagKind::Close, &thing.end),
            ]),
        }
    }
    tags.sort_by_key(|(place, _)| *place);
    tags.into_iter().map(|(_, tag)| tag).collect()
}

fn details() -> impl Strategy<Value = Details> {
    let other = (select(vec!["de", "fr-FR", ""]), text(), said()).prop_map(|(lang, text, said)| {
        Other { lang: lang.to_owned(), text, tags: Vec::new(), said }
    });
    let langs = (
        option::of(select(vec!["FA", "fa-IR", "fas", "per", "prs", "fa-AF"])),
        option::of(select(vec!["EN", "en-US", "eng"])),
    );
    let tuid = option::of(text().prop_map(|text| format!("u{text}")));
    (said(), said(), said(), vec(other, 0..3), langs, tuid).prop_map(
        |(mut unit, mut persian, mut english, others, langs, tuid)| {
            let put = |said: &mut Said, name: &str, value: Option<String>| {
                said.attributes.extend(value.map(|value| (name.to_owned(), value)));
            };
            put(&mut unit, "tuid", tuid);
            put(&mut persian, "xml:lang", langs.0.map(str::to_owned));
            put(&mut english, "xml:lang", langs.1.map(str::to_owned));
            Details { unit, persian, english, others }
        },
    )
}

fn said() -> impl Strategy<Value = Said> {
    let names = vec!["datatype", "usagecount", "o-tmf", "creationtool", "lastusagedate"];
    let attribute = (select(names).prop_map(str::to_owned), text());
    let prop = (text(), prop_oneof![Just(String::new()), text()]);
    (vec(attribute, 0..3), vec(prop, 0..3)).prop_map(|(attributes, props)| Said {
        attributes: attributes.into_iter().collect(),
        notes: Vec::new(),
        props,
    })
}
