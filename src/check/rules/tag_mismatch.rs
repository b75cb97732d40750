//! `tag-mismatch`: tags, placeholders and markup that only one side of a unit has.
//!
//! Of a unit only: articles are formatted as each language wants it. Line breaks are no part of what is said, and in a
//! memory, whose units serve in other files too, only what is read in its place is.

use std::collections::BTreeMap;

use crate::check::finding::Finding;
use crate::check::placeholders::{Key, Placeholder, markup, placeholders};
use crate::check::rule::{About, Rule, Severity};
use crate::check::unit_texts::UnitTexts;
use crate::text::{Span, Tag, TagKind};

pub(crate) const ABOUT: About = About {
    name: "tag-mismatch",
    severity: Severity::Error,
    says: "a tag, a placeholder or markup of a unit's source is not in its translation, or one is there that the source does not have",
    why: "A program puts a name or a number in the place of a placeholder, and stops or shows the placeholder itself where it \
          is lost or misspelt; a tag that is not closed formats the rest of the page. Tags are compared by their numbers, {name} \
          and <b>…</b> in all units, and %d, %s and %(name)s where PO says c-format or python-format. Order is free, and a \
          plural form may say its number in words.",
    fix: "None.",
    example: ["سلام {name}، خوش آمدید.", "Hello {nam}, welcome.", "Hello {name}, welcome."],
};

/// The finding for a unit that is translated, where it has one.
pub(crate) fn check(unit: &UnitTexts) -> Option<Finding> {
    let mut difference = Difference::default();
    tags(unit, &mut difference);
    in_text(unit, &mut difference);
    elements(unit, &mut difference);
    let message = difference.message()?;
    let whole = Span::new(0, unit.target.text.len());
    let span = difference.place.filter(|_| difference.missing.is_empty()).unwrap_or(whole);
    Some(Finding { rule: Rule::TagMismatch, span, message, fix: None, about: None })
}

/// What only one side has, as it is shown.
#[derive(Default)]
struct Difference {
    missing: Vec<String>,
    more: Vec<String>,
    /// What the target has oftener than the source.
    repeated: Vec<String>,
    /// Where the first one stands that only the target has, if it stands in the text.
    place: Option<Span>,
}

impl Difference {
    fn message(&self) -> Option<String> {
        const MOST: usize = 5;
        let parts = [
            (&self.missing, "not here"),
            (&self.more, "not in the source"),
            (&self.repeated, "here too often"),
        ];
        let said = parts.into_iter().filter(|(tags, _)| !tags.is_empty());
        let said = said.map(|(tags, what)| {
            let shown: Vec<&str> = tags.iter().take(MOST).map(String::as_str).collect();
            let rest = if tags.len() > MOST { ", …" } else { "" };
            let verb = if tags.len() > 1 { "are" } else { "is" };
            format!("{}{rest} {verb} {what}", shown.join(", "))
        });
        let message = said.collect::<Vec<String>>().join("; ");
        (!message.is_empty()).then_some(message)
    }
}

/// The tags of a text by what they are known by, each with how often it stands there.
type Counts<'t> = BTreeMap<(u32, TagKind), (usize, &'t Tag)>;

/// Compares the inline tags by their numbers.
fn tags(unit: &UnitTexts, difference: &mut Difference) {
    let is_compared = |tag: &&Tag| if unit.is_of_memory { tag.is_said() } else { !tag.is_break() };
    let [own, others] = [&unit.source, &unit.target].map(|text| {
        let mut counts = Counts::new();
        for tag in text.tags.iter().filter(is_compared) {
            counts.entry((tag.number, tag.kind)).or_insert((0, tag)).0 += 1;
        }
        counts
    });
    let count = |counts: &Counts<'_>, key| counts.get(key).map_or(0, |(count, _)| *count);
    // Numbers of which none is that of the other side do not say which tags are the same.
    let are_others = others.keys().all(|key| !own.contains_key(key));
    if are_others && own.len() == others.len() {
        return;
    }
    let missing = own.iter().filter(|(key, (own, _))| count(&others, key) < *own);
    difference.missing.extend(missing.map(|(_, (_, tag))| shown(tag)));
    for (key, (others, tag)) in &others {
        match count(&own, key) {
            0 => difference.more.push(shown(tag)),
            own if own < *others => difference.repeated.push(shown(tag)),
            _ => {}
        }
    }
}

/// A tag as its file writes it, where that is short; otherwise as a marker.
fn shown(tag: &Tag) -> String {
    const LONGEST: usize = 40;
    if !tag.code.is_empty() && tag.code.len() <= LONGEST && !tag.code.contains('\n') {
        return tag.code.clone();
    }
    let number = tag.number;
    match tag.kind {
        TagKind::Open => format!("{{{number}>"),
        TagKind::Close => format!("<{number}}}"),
        TagKind::Alone => format!("{{{number}}}"),
    }
}

/// Compares what a program puts something in for; each as often as wanted.
fn in_text(unit: &UnitTexts, difference: &mut Difference) {
    let style = unit.placeholders.style;
    let (source, target) = (&unit.source.text, &unit.target.text);
    let other = unit.placeholders.other.as_deref();
    let read = |text| placeholders(text, style);
    let (Some(own), Some(others)) = (read(source), read(target)) else {
        return;
    };
    let Some(of_other) = other.map_or(Some(Vec::new()), read) else {
        return;
    };
    let has = |list: &[Placeholder<'_>], key: Key<'_>| list.iter().any(|one| one.key == key);
    let mut missing: Vec<&Placeholder<'_>> = Vec::new();
    for one in own.iter().filter(|one| !has(&others, one.key)) {
        let is_in_both = other.is_none() || has(&of_other, one.key);
        let is_known = missing.iter().any(|known| known.key == one.key);
        if is_in_both && !is_known {
            missing.push(one);
        }
    }
    // One of them can be the number of things.
    let count = missing.iter().position(|one| other.is_some() && one.key.can_be_count());
    if let Some(count) = count {
        missing.remove(count);
    }
    let more = others.iter().filter(|one| !has(&own, one.key) && !has(&of_other, one.key));
    for one in more {
        difference.place.get_or_insert(one.span);
        difference.more.push(one.span.of(target).to_owned());
    }
    difference.missing.extend(missing.iter().map(|one| one.span.of(source).to_owned()));
}

/// Compares markup: as many pairs as the source has, or more, each with both its ends.
fn elements(unit: &UnitTexts, difference: &mut Difference) {
    let source = markup(&unit.source.text);
    let target = markup(&unit.target.text);
    for (name, own) in source.iter().filter(|(_, own)| own.first == own.last) {
        let other = target.get(name).copied().unwrap_or_default();
        let wanted = own.first.max(other.first).max(other.last);
        if other.first < wanted {
            difference.missing.push(format!("<{name}>"));
        }
        if other.last < wanted {
            difference.missing.push(format!("</{name}>"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::placeholders::{Placeholders, Style};
    use crate::check::unit_texts::UnitTexts;
    use crate::text::{Tag, TagKind, Tagged};

    /// A text where `⟦1>⟧` begins a pair, `⟦<1⟧` ends it, and `⟦2⟧` stands alone; one numbered 9 is a line break.
    fn tagged(marked: &str) -> Tagged {
        let mut pieces = marked.split(['⟦', '⟧']);
        let mut tagged = Tagged::from(pieces.next().unwrap_or_default());
        while let (Some(mark), Some(text)) = (pieces.next(), pieces.next()) {
            let kind = match mark.as_bytes() {
                [.., b'>'] => TagKind::Open,
                [b'<', ..] => TagKind::Close,
                _ => TagKind::Alone,
            };
            let number = mark.trim_matches(['<', '>']).parse().expect("a number");
            let role = if number == 9 { "lb" } else { "" }.to_owned();
            let at = tagged.text.len();
            tagged.tags.push(Tag { at, kind, number, role, code: String::new() });
            tagged.text.push_str(text);
        }
        tagged
    }

    #[track_caller]
    fn finds_in(unit: &UnitTexts, expected: &str) {
        let found = check(unit).map(|finding| finding.message).unwrap_or_default();
        assert_eq!(found, expected, "{} / {}", unit.source.text, unit.target.text);
    }

    #[track_caller]
    fn finds(source: &str, target: &str, expected: &str) {
        finds_in(&UnitTexts::from([source, target].map(tagged)), expected);
    }

    #[test]
    fn tags_are_compared_by_their_numbers() {
        for (source, target, expected) in [
            ("Click ⟦1>⟧here⟦<1⟧ for ⟦2⟧.", "برای ⟦2⟧ ⟦1>⟧اینجا⟦<1⟧ کلیک کنید.", ""),
            ("Click ⟦1>⟧here⟦<1⟧ now.", "اکنون اینجا کلیک کنید.", "{1>, <1} are not here"),
            ("Use ⟦1⟧ or ⟦2⟧.", "از ⟦1⟧ استفاده کنید.", "{2} is not here"),
            ("Use ⟦1⟧.", "از ⟦1⟧ یا ⟦1⟧ استفاده کنید.", "{1} is here too often"),
            ("Use ⟦1⟧ or ⟦2⟧.", "⟦1⟧ یا ⟦1⟧.", "{2} is not here; {1} is here too often"),
            ("Use ⟦1⟧.", "از ⟦1⟧ و ⟦2⟧ استفاده کنید.", "{2} is not in the source"),
            ("Click ⟦1>⟧here⟦<1⟧.", "⟦1>⟧اینجا.", "<1} is not here"),
            // A line is broken elsewhere in another language.
            ("One⟦9⟧two ⟦1⟧", "یک دو ⟦1⟧", ""),
            // Numbers that are others on both sides say nothing.
            ("Use ⟦1⟧.", "از ⟦5⟧ استفاده کنید.", ""),
        ] {
            finds(source, target, expected);
        }
    }

    #[test]
    fn of_a_memory_only_what_is_read_is_compared() {
        let unit = |source, target| UnitTexts {
            is_of_memory: true,
            ..UnitTexts::from([source, target].map(tagged))
        };
        finds_in(&unit("⟦1>⟧Here⟦<1⟧ he is.", "او اینجاست."), "");
        finds_in(&unit("Use ⟦1⟧.", "استفاده کنید."), "{1} is not here");
    }

    #[test]
    fn names_in_braces_and_markup_are_compared_in_all_units() {
        for (source, target, expected) in [
            ("Hello {name}!", "سلام {name}!", ""),
            ("Hello {name}!", "سلام {nam}!", "{name} is not here; {nam} is not in the source"),
            ("Hello {name}!", "سلام!", "{name} is not here"),
            ("Hello!", "سلام {name}!", "{name} is not in the source"),
            ("{0} of {1}", "{1} / {0}", ""),
            ("{size:.2f} MB", "{size:.1f} مگابایت", ""),
            ("{a} likes {a}", "{a} خود را دوست دارد", ""),
            ("{n, plural, one {# file} other {# files}}", "{n, plural, other {# پرونده}}", ""),
            ("a set {of words}", "یک مجموعه {از واژه‌ها}", ""),
            ("Click <b>here</b> now.", "<b>اینجا</b> کلیک کنید.", ""),
            ("Click <b>here</b> now.", "<b>اینجا کلیک کنید.", "</b> is not here"),
            ("Click <a href=\"x\">here</a>.", "اینجا کلیک کنید.", "<a>, </a> are not here"),
            ("<i>One</i> two", "<i>یک</i> <i>دو</i>", ""),
            ("If a <b and b> c", "اگر a کوچک‌تر", ""),
            ("A line<br>and more", "یک خط و بیشتر", ""),
            // Where nobody says that it is one, a percent sign is none.
            ("100%d of it", "همه آن", ""),
        ] {
            finds(source, target, expected);
        }
    }

    #[test]
    fn formats_are_those_that_po_names() {
        let unit = |style, other: Option<&str>, source, target| UnitTexts {
            placeholders: Placeholders { style, other: other.map(str::to_owned) },
            ..UnitTexts::from([source, target])
        };
        for (source, target, expected) in [
            ("%d of %s", "%2$s: %1$d", ""),
            ("%d of %s", "%s: %d", "%d, %s are not here; %s, %d are not in the source"),
            ("%d of %s", "%d", "%s is not here"),
            ("%5.2f%% of %s", "%f٪ از %s", ""),
            ("100%% of %s", "همه %s", ""),
            ("100% of %s", "۱۰۰٪ %s", ""),
            ("%ld files", "%d پرونده", ""),
            ("%*d files", "پرونده‌ها", ""),
        ] {
            finds_in(&unit(Style::C, None, source, target), expected);
        }
        let python = |source, target| unit(Style::Python, None, source, target);
        finds_in(&python("%(name)s left %d", "%d %(name)s"), "");
        finds_in(
            &python("%(name)s left", "%(nam)s رفت"),
            "%(name)s is not here; %(nam)s is not in the source",
        );
        // A plural form may say its number in words, and the singular may have none.
        let many = Some("%d files of %s");
        finds_in(&unit(Style::C, many, "One file of %s", "یک پرونده از %2$s"), "");
        finds_in(&unit(Style::C, many, "%d file of %s", "یک پرونده از %2$s"), "");
        finds_in(&unit(Style::C, Some("%d files"), "One file", "%d پرونده"), "");
        finds_in(&unit(Style::C, Some("One file"), "%d files", "%d پرونده"), "");
        finds_in(&unit(Style::C, Some("%d file"), "%d files", "چند پرونده"), "");
        finds_in(&unit(Style::C, many, "%d file of %s", "%d پرونده"), "%s is not here");
        let brace = Some("{n} files");
        finds_in(&unit(Style::Braces, brace, "{n} file", "یک پرونده"), "");
        finds_in(&unit(Style::Braces, brace, "One file", "{n} پرونده"), "");
        assert_eq!(Style::of_flag("c-format"), Some(Style::C));
        assert_eq!(Style::of_flag("python-brace-format"), None);
        assert_eq!(Style::of_flag("no-c-format"), None);
    }
}
