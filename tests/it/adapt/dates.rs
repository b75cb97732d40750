//! Dates and times in the place of others.

use super::{becomes, stays};

#[test]
fn twelve_is_noon_or_midnight_in_english() {
    let eight = "نشست ساعت ۸ شب آغاز می‌شود.";
    for (segment, target, expected) in [
        (
            "نشست ساعت ۱۲ ظهر آغاز می‌شود.",
            "The meeting begins at 8 p.m.",
            "The meeting begins at noon.",
        ),
        (
            "نشست ساعت ۱۲ شب آغاز می‌شود.",
            "At 8 p.m. the meeting begins.",
            "At midnight the meeting begins.",
        ),
        (
            "نشست ساعت ۱۲ شب آغاز می‌شود.",
            "The meeting begins at 8 pm.",
            "The meeting begins at midnight.",
        ),
        (
            "نشست ساعت ۱۱ شب آغاز می‌شود.",
            "The meeting begins at 8 p.m.",
            "The meeting begins at 11 p.m.",
        ),
    ] {
        becomes(segment, eight, target, expected);
    }
}

#[test]
fn months_stay_as_short_as_they_are() {
    becomes(
        "این پیمان ۱۳ اکتبر ۲۰۲۴ امضا شد.",
        "این پیمان ۹ سپتامبر ۲۰۲۳ امضا شد.",
        "The pact was signed on Sept. 9, 2023.",
        "The pact was signed on Oct. 13, 2024.",
    );
    becomes(
        "این پیمان ۹ سپتامبر امضا شد.",
        "این پیمان ۱۳ اکتبر امضا شد.",
        "It was signed on Oct. 13 in Vienna.",
        "It was signed on Sept. 9 in Vienna.",
    );
    becomes(
        "این پیمان ۹ ژوئیه امضا شد.",
        "این پیمان ۱۳ اکتبر امضا شد.",
        "It was signed on Oct. 13 in Vienna.",
        "It was signed on July 9 in Vienna.",
    );
    becomes(
        "این پیمان ۹ سپتامبر امضا شد.",
        "این پیمان ۱۳ اکتبر امضا شد.",
        "It was signed on October 13 in Vienna.",
        "It was signed on September 9 in Vienna.",
    );
    becomes(
        "این پیمان ۹ سپتامبر امضا شد.",
        "این پیمان ۱۳ اکتبر امضا شد.",
        "It was signed on 13 Oct. in Vienna.",
        "It was signed on 9 Sept. in Vienna.",
    );
    // The full stop of the short month would stay.
    stays(
        "این پیمان ۹ ژوئیه امضا شد.",
        "این پیمان ۱۳ اکتبر امضا شد.",
        "It was signed on 13 Oct. in Vienna.",
    );
}

#[test]
fn dates_and_times() {
    becomes(
        "این نشست ۷ و ۹ ژوئن برگزار شد.",
        "این نشست ۵ و ۶ ژوئن برگزار شد.",
        "The summit was held on 5 and 6 June.",
        "The summit was held on 7 and 9 June.",
    );
    becomes(
        "این نشست ۷ تا ۹ ژوئن برگزار شد.",
        "این نشست ۵ تا ۶ ژوئن برگزار شد.",
        "The summit was held on June 5-6.",
        "The summit was held on June 7-9.",
    );
    becomes(
        "این پیمان ۲۱ تیر ۱۴۰۴ امضا شد.",
        "این پیمان ۲۲ تیر ۱۴۰۴ امضا شد.",
        "The pact was signed on 13 July 2025.",
        "The pact was signed on 12 July 2025.",
    );
    becomes(
        "این پیمان ۲۱ تیر ۱۴۰۴ امضا شد.",
        "این پیمان ۲۲ تیر ۱۴۰۴ امضا شد.",
        "The pact was signed on July 13, 2025.",
        "The pact was signed on July 12, 2025.",
    );
    becomes(
        "The pact was signed on 12 July 2025.",
        "The pact was signed on 13 July 2025.",
        "این پیمان ۲۲ تیر ۱۴۰۴ امضا شد.",
        "این پیمان ۲۱ تیر ۱۴۰۴ امضا شد.",
    );
    becomes(
        "این نشست در ژوئیه ۲۰۲۵ برگزار شد.",
        "این نشست در ژوئن ۲۰۲۴ برگزار شد.",
        "The summit was held in June 2024.",
        "The summit was held in July 2025.",
    );
    becomes(
        "او روز شنبه وارد شد.",
        "او روز جمعه وارد شد.",
        "The minister arrived on Friday.",
        "The minister arrived on Saturday.",
    );
    becomes(
        "The treaty was signed on Sunday.",
        "The treaty was signed on Tuesday.",
        "پیمان روز سه شنبه امضا شد.",
        "پیمان روز یکشنبه امضا شد.",
    );
    becomes(
        "او شنبه، ۲۱ تیر ۱۴۰۴ آمد.",
        "او جمعه، ۲۰ تیر ۱۴۰۴ آمد.",
        "He came on Friday, July 11, 2025, by plane.",
        "He came on Saturday, July 12, 2025, by plane.",
    );
    becomes(
        "There was war in the 1980s.",
        "There was war in the 1990s.",
        "در دههٔ ۱۹۹۰ میلادی جنگ شد.",
        "در دههٔ ۱۹۸۰ میلادی جنگ شد.",
    );
    becomes(
        "The war began in 2022.",
        "The war began in 2014.",
        "جنگ در سال ۲۰۱۴ میلادی آغاز شد.",
        "جنگ در سال ۲۰۲۲ میلادی آغاز شد.",
    );
    becomes(
        "نشست ساعت ۱۶ آغاز می‌شود.",
        "نشست ساعت ۱۴:۳۰ آغاز می‌شود.",
        "The meeting begins at 2:30 pm.",
        "The meeting begins at 4 pm.",
    );
}

#[test]
fn dates_keep_what_stands_between_their_parts() {
    let to_persian = |target, expected| {
        becomes(
            "It was signed on Tuesday, July 15.",
            "It was signed on Monday, July 14.",
            target,
            expected,
        );
    };
    to_persian("پیمان روز دوشنبه، ۱۴ ژوئیه، امضا شد.", "پیمان روز سه‌شنبه، ۱۵ ژوئیه، امضا شد.");
    to_persian("پیمان دوشنبه 14 جولای امضا شد.", "پیمان سه‌شنبه 15 جولای امضا شد.");
    becomes(
        "It was signed on July 15, 2024.",
        "It was signed on July 14, 2025.",
        "پیمان ۱۴ ژوئیهٔ سال ۲۰۲۵ میلادی امضا شد.",
        "پیمان ۱۵ ژوئیهٔ سال ۲۰۲۴ میلادی امضا شد.",
    );
    let to_english = |target, expected| {
        becomes("پیمان سه‌شنبه امضا شد.", "پیمان دوشنبه امضا شد.", target, expected);
    };
    to_english("MONDAY TALKS OFF.", "TUESDAY TALKS OFF.");
    becomes(
        "پیمان سه‌شنبه ۱۵ ژوئیه امضا شد.",
        "پیمان دوشنبه ۱۴ ژوئن امضا شد.",
        "It was signed Monday June 14.",
        "It was signed Tuesday July 15.",
    );
    // "July 15th", «بیست و چهارم تیر» and "Tue, 15 Jul" are not made.
    for target in ["It was on July 14th.", "It was on 14 Jul.", "It was on the 14th of July."] {
        stays("پیمان ۱۵ ژوئیه امضا شد.", "پیمان ۱۴ ژوئیه امضا شد.", target);
    }
    stays("It was signed on 15 July.", "It was signed on 14 July.", "پیمان چهاردهم ژوئیه امضا شد.");
}

#[test]
fn years_of_two_calendars_stay() {
    becomes(
        "بودجه ۲۰۲۵ تصویب شد.",
        "بودجه ۲۰۲۴ تصویب شد.",
        "The 2024 budget was approved.",
        "The 2025 budget was approved.",
    );
    stays("بودجه ۱۴۰۳ تصویب شد.", "بودجه ۲۰۲۴ تصویب شد.", "The 2024 budget was approved.");
    stays("The 2024 budget was approved.", "The 1403 budget was approved.", "بودجه ۱۴۰۳ تصویب شد.");
    stays(
        "از ۱۳۵۹ تا ۱۳۶۷ جنگ بود.",
        "از ۱۹۸۰ تا ۱۹۸۸ جنگ بود.",
        "There was war from 1980 to 1988.",
    );
    stays("انتخابات ۸۸ برگزار شد.", "انتخابات ۲۰۰۹ برگزار شد.", "The 2009 election was held.");
    // A number of people is no year.
    becomes(
        "در این حمله ۱٬۴۰۳ نفر کشته شدند.",
        "در این حمله ۲٬۰۲۴ نفر کشته شدند.",
        "The attack killed 2,024 people.",
        "The attack killed 1,403 people.",
    );
}

#[test]
fn dates_that_stay() {
    // A day without its year has no certain counterpart in another calendar.
    stays(
        "این پیمان ۲۲ تیر امضا شد.",
        "این پیمان ۲۱ تیر امضا شد.",
        "The pact was signed on 12 July.",
    );
    stays(
        "این پیمان ۲۲ تیر امضا شد.",
        "این پیمان ۲۱ تیر ۱۴۰۴ امضا شد.",
        "The pact was signed on 12 July 2025.",
    );
    // A day that shares its month with another one does not say it.
    stays(
        "این نشست ۷ و ۸ ژوئیه برگزار شد.",
        "این نشست پنجم و ششم ژوئن برگزار شد.",
        "The summit was held on June 5 and 6.",
    );
    stays(
        "The summit was held on June 7 and 8.",
        "The summit was held on June 5 and 6.",
        "این نشست پنجم و ششم ژوئن برگزار شد.",
    );
    // The moon is sighted a day earlier or later.
    stays(
        "این پیمان ۱۱ محرم ۱۴۴۷ امضا شد.",
        "این پیمان ۱۰ محرم ۱۴۴۷ امضا شد.",
        "The pact was signed on 5 July 2025.",
    );
    // Two calendars in the target, one in the source.
    stays(
        "این پیمان ۲۲ تیر امضا شد.",
        "این پیمان ۲۱ تیر امضا شد.",
        "The pact was signed on 21 Tir (12 July).",
    );
    // The month takes another preposition than the day.
    stays(
        "این پیمان در ژوئیه ۲۰۲۵ امضا شد.",
        "این پیمان در ۱۲ ژوئیه ۲۰۲۵ امضا شد.",
        "The pact was signed on 12 July 2025.",
    );
    // The same day, in another calendar.
    stays(
        "این پیمان ۲۱ تیر ۱۴۰۴ امضا شد.",
        "این پیمان ۱۲ ژوئیه ۲۰۲۵ امضا شد.",
        "The pact was signed on 12 July 2025.",
    );
}
