//! How the articles of a project are named, and from which language they are translated.

use hamta::text::Lang;
use serde::{Deserialize, Deserializer};

use crate::cli::naming::Naming;

/// The settings for articles.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(crate) struct Articles {
    names: Option<Naming>,
    #[serde(deserialize_with = "lang")]
    from: Option<Lang>,
}

impl Articles {
    /// How the files of an article and its translation are named: as the arguments say, or as set here, or by default.
    pub(crate) fn names(&self, asked: Option<&Naming>) -> Naming {
        asked.or(self.names.as_ref()).cloned().unwrap_or_default()
    }

    /// The language that articles are translated from: the one in the arguments, or the one set here, or Persian.
    pub(crate) fn from(&self, asked: Option<Lang>) -> Lang {
        asked.or(self.from).unwrap_or(Lang::Persian)
    }
}

fn lang<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Lang>, D::Error> {
    let tag = String::deserialize(deserializer)?;
    let known = Lang::ALL.map(Lang::code);
    let unknown = || {
        serde::de::Error::custom(format!(
            "`{tag}` is no language here; known are {}",
            known.join(", ")
        ))
    };
    Lang::from_tag(&tag).map(Some).ok_or_else(unknown)
}
