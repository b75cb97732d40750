//! Numbers of a headline, which may be reworded, and how a number is asked for.

use hamta::segment::Article;
use hamta::text::Lang;

use super::{finds, found};

#[test]
fn a_number_of_the_headline_may_stand_in_the_lead_where_another_of_the_article_is_in_its_place() {
    let persian = "۱۲۸ کشته در سقوط هواپیما در هند\nپرواز ۱۷۱ دیروز سقوط کرد و ۱۲۸ نفر کشته شدند.";
    finds(
        persian,
        "India crash of flight 171: what is known\nFlight 171 crashed yesterday, and 128 people were killed.",
        &[],
    );
    finds(
        persian,
        "Plane crash in India kills 218\nFlight 171 crashed yesterday, and 128 people were killed.",
        &["write “128”, not “218”"],
    );
    finds(
        persian,
        "India crash of flight 171: what is known\nFlight 171 crashed yesterday, and many people were killed.",
        &["write “128”, not “171”", "«۱۲۸» is not here; write “128”"],
    );
    finds(
        "بیش از ۲۰ میلیون نفر جلسه را دیدند\nدیروز ۲۰ میلیون نفر جلسه را دیدند.",
        "More than 20 people watched the hearing\nYesterday 20 million people watched the hearing.",
        &["write “20 million”, not “20”"],
    );
}

#[test]
fn a_headline_may_count_by_the_thousand() {
    let persian = "۷۰ هزار نفر در ۳ استان آواره شدند\n۷۰ هزار نفر در سیل دیروز آواره شدند.";
    finds(
        persian,
        "Tens of thousands homeless in 3 provinces\nYesterday's flood made 70,000 people homeless.",
        &[],
    );
    finds(
        persian,
        "Millions homeless in 3 provinces\nYesterday's flood made 7,000 people homeless.",
        &["«۷۰ هزار» is not here; write “70,000”", "write “70,000”, not “7,000”"],
    );
}

#[test]
fn a_score_in_brackets_and_a_type_are_no_ranges() {
    let messages = |english: &str, persian: &str| {
        let source = Article::new(english, Lang::English);
        let found = found(&source, &Article::new(persian, Lang::Persian));
        let messages = found.into_iter().map(|(_, _, message)| message);
        messages.collect::<Vec<_>>()
    };
    assert_eq!(
        messages("Sinner lost 6-7 (5-7).", "سینر ۶-۷ باخت."),
        ["“5-7” is not here; write «۵-۷»"]
    );
    assert_eq!(
        messages("A Boeing 737-800 crashed.", "بوئینگ ۷۳۷ سقوط کرد."),
        ["“737-800” is not here; write «۷۳۷-۸۰۰»"]
    );
    assert_eq!(
        messages("Some 15-20 people came.", "مردم آمدند."),
        ["“15-20” is not here; write «۱۵ تا ۲۰»"]
    );
}

#[test]
fn cents_are_asked_for_as_such_and_a_type_of_a_plane_as_it_is() {
    finds(
        "نفت برنت ارزان شد.\nقیمت آن با ۶۲ سنت کاهش پایین آمد.",
        "Brent crude fell.\nIts price has come down.",
        &["«۶۲ سنت» is not here; write “62 cents”"],
    );
    finds(
        "هواپیما سقوط کرد.\nیک بوئینگ ۷۳۷-۸۰۰ سقوط کرد.",
        "A plane crashed.\nA Boeing crashed.",
        &["«۷۳۷-۸۰۰» is not here; write “737-800”"],
    );
}

#[test]
fn the_figure_of_a_name_may_be_left_to_the_body() {
    let messages = |persian: &str| {
        let source = Article::new(
            "China launches Shenzhou-21 with 4 mice\nThe spacecraft took off on Friday.\nShenzhou-21 carries 4 mice.",
            Lang::English,
        );
        let found = found(&source, &Article::new(persian, Lang::Persian));
        let messages = found.into_iter().map(|(_, _, message)| message);
        messages.collect::<Vec<_>>()
    };
    assert!(
        messages("چین ۴ موش را به فضا فرستاد\nفضاپیما روز جمعه پرتاب شد.\nشنژو-۲۱ حامل ۴ موش است.")
            .is_empty()
    );
    assert_eq!(
        messages("چین ۴ موش را به فضا فرستاد\nفضاپیما روز جمعه پرتاب شد.\nشنژو-۲۲ حامل ۴ موش است."),
        ["“21” is not here; write «۲۱»", "write «۲۱», not «۲۲»"]
    );
}
