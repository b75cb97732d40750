//! Numbers of a headline, which may be reworded.

use super::finds;

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
        &[
            "«۷۰ هزار» is not here; write “70,000”",
            "write “70,000”, not “7,000”",
        ],
    );
}
