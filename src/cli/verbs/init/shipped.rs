//! The glossaries that come with hamta, with the list of their sources and licences.

/// The folder of a project in which they stand, as in the sources of hamta.
pub(super) const FOLDER: &str = "glossaries";

/// A file that comes with hamta.
pub(super) struct Shipped {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
}

macro_rules! shipped {
    ($name:literal) => {
        Shipped { name: $name, text: include_str!(concat!("../../../../glossaries/", $name)) }
    };
}

/// All of them.
pub(super) const SHIPPED: [Shipped; 10] = [
    shipped!("LICENCES.md"),
    shipped!("calendar.tsv"),
    shipped!("cities.tsv"),
    shipped!("countries.tsv"),
    shipped!("currencies.tsv"),
    shipped!("events.tsv"),
    shipped!("languages.tsv"),
    shipped!("organisations.tsv"),
    shipped!("people.tsv"),
    shipped!("places.tsv"),
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn all_glossaries_are_shipped() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
        let files = fs::read_dir(folder).expect("the folder is there");
        let name = |file: std::io::Result<fs::DirEntry>| {
            let name = file.expect("it can be listed").file_name();
            name.into_string().expect("its name is UTF-8")
        };
        let mut names: Vec<String> = files.map(name).collect();
        names.sort();
        assert_eq!(names, SHIPPED.map(|shipped| shipped.name));
    }
}
