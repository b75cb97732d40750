//! The table of single characters: what each is compared as, under the name of a rule.

/// One row: every character of `from` is compared as `to`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name under which `tests/fold/` has the rule's cases.
    pub name: &'static str,
    /// The characters, each a case of its own.
    pub from: &'static str,
    /// What each of them becomes.
    pub to: &'static str,
}

/// One row of characters that never count, or only separate two letters.
#[derive(Clone, Copy, Debug)]
pub struct Silent {
    /// The name under which `tests/fold/` has the rule's cases.
    pub name: &'static str,
    /// The first and the last character of each range.
    pub ranges: &'static [(char, char)],
}

/// The names of the rules for letters of Arabic that Persian writes otherwise.
pub(crate) const YE: &str = "ye";
pub(crate) const KAF: &str = "kaf";
/// The beginning of the names of the rules for digits.
pub(crate) const DIGIT: &str = "digit-";
/// The names of other rules for what Persian writes otherwise.
pub(crate) const NOT_SIGN: &str = "not-sign";
pub(crate) const TATWEEL: &str = "tatweel";
pub(crate) const PRESENTATION_FORM: &str = "presentation-form";

/// The characters that compare as another one; what decomposition and lower case do is not repeated here.
pub const RULES: &[Rule] = &[
    // Arabic yeh; yeh with tail, e, yeh barree, yeh with small v, kashmiri yeh.
    rule(YE, "\u{64A}\u{6CD}\u{6D0}\u{6D2}\u{6CE}\u{620}", "\u{6CC}"),
    rule("alef-maksura", "\u{649}", "\u{6CC}"),
    // Arabic kaf, swash kaf, kaf with dot above.
    rule(KAF, "\u{643}\u{6AA}\u{6AC}", "\u{6A9}"),
    // Heh goal, heh doachashmee, ae.
    rule("he", "\u{6C1}\u{6BE}\u{6D5}", "\u{647}"),
    // He with hamza above: the sign of the ezafe.
    rule("he-hamza", "\u{6C0}\u{6C2}", "\u{647}"),
    rule("ta-marbuta", "\u{629}\u{6C3}", "\u{647}"),
    // Alef wasla, alef with wavy hamza above and below.
    rule("alef-wasla", "\u{671}\u{672}\u{673}", "\u{627}"),
    rule("digit-0", "\u{6F0}\u{660}", "0"),
    rule("digit-1", "\u{6F1}\u{661}", "1"),
    rule("digit-2", "\u{6F2}\u{662}", "2"),
    rule("digit-3", "\u{6F3}\u{663}", "3"),
    rule("digit-4", "\u{6F4}\u{664}", "4"),
    rule("digit-5", "\u{6F5}\u{665}", "5"),
    rule("digit-6", "\u{6F6}\u{666}", "6"),
    rule("digit-7", "\u{6F7}\u{667}", "7"),
    rule("digit-8", "\u{6F8}\u{668}", "8"),
    rule("digit-9", "\u{6F9}\u{669}", "9"),
    rule("thousands-separator", "\u{66C}", ","),
    rule("decimal-point", "\u{66B}", "."),
    rule("percent", "\u{66A}", "%"),
    rule("comma", "\u{60C}", ","),
    rule("semicolon", "\u{61B}", ";"),
    rule("question-mark", "\u{61F}", "?"),
    rule("full-stop", "\u{6D4}", "."),
    rule("date-separator", "\u{60D}", "/"),
    rule("asterisk", "\u{66D}", "*"),
    // Guillemets, curly and low double quotes, double prime.
    rule("double-quote", "\u{AB}\u{BB}\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}", "\""),
    // Curly, low and angle single quotes, modifier apostrophes, half rings, prime, grave and acute on their own.
    rule(
        "apostrophe",
        "\u{2018}\u{2019}\u{201A}\u{201B}\u{2039}\u{203A}\u{2BC}\u{2BB}\u{2BE}\u{2BF}\u{2032}\u{60}\u{B4}",
        "'",
    ),
    // Hyphens, dashes, the minus sign.
    rule("dash", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2E3A}\u{2E3B}", "-"),
    rule("latin-o-stroke", "\u{D8}\u{F8}", "o"),
    rule("latin-d-stroke", "\u{110}\u{111}\u{D0}\u{F0}", "d"),
    rule("latin-l-stroke", "\u{141}\u{142}", "l"),
    rule("latin-dotless-i", "\u{131}", "i"),
    rule("latin-sharp-s", "\u{DF}\u{1E9E}", "ss"),
    rule("latin-ae", "\u{C6}\u{E6}", "ae"),
    rule("latin-oe", "\u{152}\u{153}", "oe"),
    rule("latin-thorn", "\u{DE}\u{FE}", "th"),
];

/// What stands in the place of a half-space: between two Persian letters it parts them, elsewhere it is nothing.
pub const HALF_SPACES: &[Silent] = &[
    silent("half-space", &[('\u{200C}', '\u{200C}')]),
    silent("soft-hyphen", &[('\u{AD}', '\u{AD}')]),
    silent("zero-width-space", &[('\u{200B}', '\u{200B}')]),
    // The not sign had the place of the half-space on Persian keyboards of the nineties.
    silent(NOT_SIGN, &[('\u{AC}', '\u{AC}')]),
];

/// What never counts; any other control character counts as one of `controls`.
pub const DROPPED: &[Silent] = &[
    silent(TATWEEL, &[('\u{640}', '\u{640}')]),
    // Tanwin, short vowels, shadda, sukun, and the rarer vowel signs after the hamza marks.
    silent("vowel-sign", &[('\u{610}', '\u{61A}'), ('\u{64B}', '\u{652}'), ('\u{656}', '\u{65F}')]),
    silent("superscript-alef", &[('\u{670}', '\u{670}')]),
    // Madda, hamza above and below, high hamza; those that make آ أ إ ؤ ئ are letters, see `HAMZA`.
    silent("hamza-mark", &[('\u{653}', '\u{655}'), ('\u{674}', '\u{674}')]),
    silent("quran-mark", &[('\u{6D6}', '\u{6ED}'), ('\u{8CA}', '\u{8FF}')]),
    silent(
        "accent",
        &[
            ('\u{300}', '\u{36F}'),
            ('\u{1AB0}', '\u{1AFF}'),
            ('\u{1DC0}', '\u{1DFF}'),
            ('\u{20D0}', '\u{20FF}'),
            ('\u{FE20}', '\u{FE2F}'),
        ],
    ),
    silent(
        "bidi-control",
        &[
            ('\u{200E}', '\u{200F}'),
            ('\u{202A}', '\u{202E}'),
            ('\u{2066}', '\u{2069}'),
            ('\u{61C}', '\u{61C}'),
        ],
    ),
    // Zero-width joiner, word joiner and the invisible operators, byte order mark, Mongolian separator.
    silent(
        "joiner",
        &[
            ('\u{200D}', '\u{200D}'),
            ('\u{2060}', '\u{2065}'),
            ('\u{206A}', '\u{206F}'),
            ('\u{FEFF}', '\u{FEFF}'),
            ('\u{180E}', '\u{180E}'),
        ],
    ),
    silent("variation-selector", &[('\u{FE00}', '\u{FE0F}')]),
    silent(
        "control",
        &[('\u{0}', '\u{8}'), ('\u{E}', '\u{1F}'), ('\u{7F}', '\u{84}'), ('\u{86}', '\u{9F}')],
    ),
];

/// Characters that are left whole, since their parts would turn a number into another one: ½, ², ①.
pub const WHOLE: &[Silent] = &[
    silent("fraction", &[('\u{BC}', '\u{BE}'), ('\u{2150}', '\u{215F}'), ('\u{2189}', '\u{2189}')]),
    silent(
        "superscript-digit",
        &[
            ('\u{B2}', '\u{B3}'),
            ('\u{B9}', '\u{B9}'),
            ('\u{2070}', '\u{2070}'),
            ('\u{2074}', '\u{2079}'),
        ],
    ),
    silent(
        "enclosed-number",
        &[('\u{2460}', '\u{249B}'), ('\u{3251}', '\u{325F}'), ('\u{32B1}', '\u{32BF}')],
    ),
];

/// The changes that compatibility decomposition and lower case make, by the characters that they change.
pub const DECOMPOSED: &[Silent] = &[
    // Among them the ligatures ﻻ and ﷲ and the rial sign.
    silent(PRESENTATION_FORM, &[('\u{FB50}', '\u{FDFF}'), ('\u{FE70}', '\u{FEFE}')]),
    silent("latin-ligature", &[('\u{FB00}', '\u{FB06}')]),
    silent("full-width", &[('\u{FF01}', '\u{FFEF}')]),
    silent("capital", &[('A', 'Z')]),
    silent("accented-letter", &[('\u{C0}', '\u{24F}'), ('\u{1E00}', '\u{1EFF}')]),
    silent("decomposition", &[('\u{80}', '\u{10FFFF}')]),
];

/// The letters that result when a hamza or madda mark stands on a letter.
pub(super) const HAMZA: [(char, char, char); 5] = [
    ('\u{627}', '\u{653}', '\u{622}'),
    ('\u{627}', '\u{654}', '\u{623}'),
    ('\u{627}', '\u{655}', '\u{625}'),
    ('\u{648}', '\u{654}', '\u{624}'),
    ('\u{6CC}', '\u{654}', '\u{626}'),
];

impl Silent {
    /// Whether `c` is one of the row's characters.
    pub fn holds(&self, c: char) -> bool {
        self.ranges.iter().any(|&(first, last)| (first..=last).contains(&c))
    }
}

/// Whether `c` stands in place of a half-space.
pub(crate) fn is_half_space(c: char) -> bool {
    row_of(HALF_SPACES, c).is_some()
}

/// The name of the first row that holds `c`.
pub(super) fn row_of(rows: &[Silent], c: char) -> Option<&'static str> {
    rows.iter().find(|row| row.holds(c)).map(|row| row.name)
}

const fn rule(name: &'static str, from: &'static str, to: &'static str) -> Rule {
    Rule { name, from, to }
}

const fn silent(name: &'static str, ranges: &'static [(char, char)]) -> Silent {
    Silent { name, ranges }
}
