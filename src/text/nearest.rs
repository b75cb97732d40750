//! The known name nearest to an unknown one: "did you mean".

use strsim::normalized_damerau_levenshtein;

/// How alike two names must be, where 1 means identical.
pub(crate) const ALIKE: f64 = 0.6;

/// The one of the `known` names that is nearest to `name`, if one is near; the first of several that are equally near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best = None;
    let mut least = ALIKE;
    for known in known {
        let likeness = normalized_damerau_levenshtein(name, known);
        if likeness > least {
            (best, least) = (Some(known), likeness);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_if_one_is_near() {
        let known = ["name-variant", "missing-term", "max", "files"];
        let cases = [
            ("name_variant", Some("name-variant")),
            ("mising-term", Some("missing-term")),
            ("file", Some("files")),
            ("spelling", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(nearest(name, known), expected, "{name}");
        }
    }
}
