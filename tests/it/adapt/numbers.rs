//! Numbers, sums, codes and scores in the place of others.

use super::{becomes, stays};

#[test]
fn numbers() {
    becomes(
        "کره شمالی بیش از ۱۰٬۰۰۰ نیروی نظامی اعزام کرده است.",
        "کره شمالی بیش از ۱۲٬۰۰۰ نیروی نظامی اعزام کرده است.",
        "North Korea has sent more than 12,000 troops.",
        "North Korea has sent more than 10,000 troops.",
    );
    becomes(
        "در این مدت، بیش از ۱۰٬۰۰۰ نفر آمدند.",
        "در این مدت، بیش از ۱۲٬۰۰۰ نفر رفتند.",
        "More than 12,000 people left in that time.",
        "More than 10,000 people left in that time.",
    );
    becomes(
        "در این حمله ۲۷ نفر کشته شدند.",
        "در این حمله سه نفر کشته شدند.",
        "Three people were killed in the attack.",
        "Twenty-seven people were killed in the attack.",
    );
    becomes(
        "در این حمله ۲۷۰ نفر کشته شدند.",
        "در این حمله سه نفر کشته شدند.",
        "Three people were killed in the attack.",
        "270 people were killed in the attack.",
    );
    becomes(
        "او ۲۵۲۳ نفر را دید.",
        "او ۹۹۹ نفر را دید.",
        "He saw 999 people.",
        "He saw 2,523 people.",
    );
    becomes(
        "در این حمله پنج نفر کشته شدند.",
        "در این حمله سه نفر کشته شدند.",
        "Three people were killed in the attack.",
        "Five people were killed in the attack.",
    );
    becomes(
        "این سفر ۱۴ روز بود.",
        "این سفر ۱۲ روز بود.",
        "It was a 12-day trip.",
        "It was a 14-day trip.",
    );
    becomes(
        "Five people were killed in the attack.",
        "Three people were killed in the attack.",
        "در این حمله سه نفر کشته شدند.",
        "در این حمله پنج نفر کشته شدند.",
    );
    becomes(
        "More than 10,500 people fled the city.",
        "More than 12,000 people fled the city.",
        "بیش از ۱۲ هزار نفر از شهر گریختند.",
        "بیش از ۱۰٬۵۰۰ نفر از شهر گریختند.",
    );
    becomes(
        "More than 14,000 people fled the city.",
        "More than 12,000 people fled the city.",
        "بیش از ۱۲۰۰۰ نفر از شهر گریختند.",
        "بیش از ۱۴۰۰۰ نفر از شهر گریختند.",
    );
    becomes(
        "جمعیت این کشور ۲٫۵ میلیون نفر است.",
        "جمعیت این کشور ۸۰۰٬۰۰۰ نفر است.",
        "The country has a population of 800,000.",
        "The country has a population of 2.5 million.",
    );
}

#[test]
fn numbers_keep_the_form_of_the_target() {
    becomes(
        "دما به منفی ۵ درجه رسید.",
        "دما به منفی ۱۲ درجه رسید.",
        "The temperature fell to minus 12 degrees.",
        "The temperature fell to minus 5 degrees.",
    );
    becomes(
        "The 15-member delegation came.",
        "The 12-member delegation came.",
        "هیئت 12 نفره آمد.",
        "هیئت 15 نفره آمد.",
    );
    becomes(
        "بیست و پنج نفر آمدند.",
        "سی و پنج نفر آمدند.",
        "Thirty-five people came.",
        "Twenty-five people came.",
    );
    becomes("The rise was 8%.", "The rise was 12%.", "رشد دوازده درصد بود.", "رشد هشت درصد بود.");
    becomes(
        "The aid is worth $1.2 billion.",
        "The aid is worth $900 million.",
        "ارزش کمک ۹۰۰ میلیون دلار است.",
        "ارزش کمک ۱٫۲ میلیارد دلار است.",
    );
}

#[test]
fn small_numbers_of_people_are_in_words_in_english() {
    let about = "About 90 people were killed.";
    becomes(
        "حدود ۷ نفر کشته شدند.",
        "حدود ۹۰ نفر کشته شدند.",
        about,
        "About seven people were killed.",
    );
    becomes(
        "حدود ۷۰ نفر کشته شدند.",
        "حدود ۹۰ نفر کشته شدند.",
        about,
        "About 70 people were killed.",
    );
    becomes(
        "هشت مرد و سه زن کشته شدند.",
        "۱۲ مرد و ۱۱ زن کشته شدند.",
        "12 men and 11 women were killed.",
        "Eight men and three women were killed.",
    );
    // A figure below ten says that the desk writes figures, and a measure has them.
    becomes(
        "حدود ۷ نفر کشته شدند.",
        "حدود ۹ نفر کشته شدند.",
        "About 9 people were killed.",
        "About 7 people were killed.",
    );
    becomes("دما ۷ درجه بود.", "دما ۲۰ درجه بود.", "It was 20 degrees.", "It was 7 degrees.");
    becomes(
        "About 7 people were killed.",
        about,
        "حدود ۹۰ نفر کشته شدند.",
        "حدود ۷ نفر کشته شدند.",
    );
}

#[test]
fn twice_is_one_word_in_english() {
    let five = "او پنج بار به تهران رفت.";
    let two = "او دو بار به تهران رفت.";
    becomes(two, five, "He went five times.", "He went twice.");
    becomes(two, five, "He went there five times in a month.", "He went there twice in a month.");
    becomes("او سه بار به تهران رفت.", five, "He went five times.", "He went three times.");
    becomes(two, five, "He went five times more.", "He went two times more.");
}

#[test]
fn large_numbers_have_commas_in_english() {
    let some = "حدود ۵۰۰ نفر رفتند.";
    let thousands = "Some 1,200 people left.";
    for segment in ["حدود ۱۲۰۰ نفر رفتند.", "حدود ۱٬۲۰۰ نفر رفتند.", "حدود هزار و دویست نفر رفتند."]
    {
        becomes(segment, some, "Some 500 people left.", thousands);
    }
    becomes(
        "حدود ۱۲۰۰ نفر رفتند.",
        "حدود سه نفر رفتند.",
        "Three people left.",
        "1,200 people left.",
    );
    becomes(
        "بیش از ۵۰۰ هزار نفر رفتند.",
        "بیش از یک میلیون نفر رفتند.",
        "More than one million people left.",
        "More than 500,000 people left.",
    );
    becomes("بهای آن ۱۲۰۰ دلار است.", "بهای آن ۵۰۰ دلار است.", "It costs $500.", "It costs $1,200.");
    becomes(
        "او با ۲۵۲۳ کشاورز دیدار کرد.",
        "او با ۹۹۹ کشاورز دیدار کرد.",
        "He met 999 farmers.",
        "He met 2,523 farmers.",
    );
    becomes(
        "او انتخابات ۲۰۲۴ را باخت.",
        "او انتخابات ۲۰۲۰ را باخت.",
        "He lost 2020 elections.",
        "He lost 2024 elections.",
    );
    // The number of a resolution and a year have none.
    becomes(
        "قطعنامه ۲۲۳۱ تصویب شد.",
        "قطعنامه ۵۹۸ تصویب شد.",
        "Resolution 598 was adopted.",
        "Resolution 2231 was adopted.",
    );
    becomes(
        "بودجه ۲۰۲۵ تصویب شد.",
        "بودجه ۲۰۲۴ تصویب شد.",
        "The 2024 budget was approved.",
        "The 2025 budget was approved.",
    );
}

#[test]
fn several_numbers_where_nothing_else_differs() {
    becomes(
        "در این حمله ۱۲ نفر کشته و ۳۰ نفر زخمی شدند.",
        "در این حمله ۱۵ نفر کشته و ۴۰ نفر زخمی شدند.",
        "The attack killed 15 people and wounded 40.",
        "The attack killed 12 people and wounded 30.",
    );
    becomes(
        "از ۲۵ نفر ۱۲ نفر آزاد شدند و ۱۲ نفر ماندند.",
        "از ۲۵ نفر ۱۴ نفر آزاد شدند و ۱۴ نفر ماندند.",
        "Of 25 people, 14 were freed and 14 stayed.",
        "Of 25 people, 12 were freed and 12 stayed.",
    );
}

#[test]
fn scores() {
    becomes(
        "تیم ۳ بر ۰ پیش افتاد.",
        "تیم ۲ بر ۱ پیش افتاد.",
        "The team led 2-1.",
        "The team led 3-0.",
    );
    becomes(
        "The team won 4-2 here.",
        "The team won 3-1 here.",
        "تیم ۳ بر ۱ برد.",
        "تیم ۴ بر ۲ برد.",
    );
}

#[test]
fn percentages_money_and_ranges() {
    becomes(
        "تورم به ۳۵ درصد رسید.",
        "تورم به ۴۰ درصد رسید.",
        "Inflation reached 40 percent.",
        "Inflation reached 35 percent.",
    );
    becomes(
        "Inflation reached 35.2%.",
        "Inflation reached 40%.",
        "تورم به ۴۰ درصد رسید.",
        "تورم به ۳۵٫۲ درصد رسید.",
    );
    becomes(
        "ارزش این قرارداد ۳ میلیارد دلار است.",
        "ارزش این قرارداد ۲٫۵ میلیارد دلار است.",
        "The deal is worth $2.5bn.",
        "The deal is worth $3bn.",
    );
    becomes(
        "ارزش این قرارداد ۹۰۰ میلیون یورو است.",
        "ارزش این قرارداد ۲٫۵ میلیارد دلار است.",
        "The deal is worth $2.5 billion.",
        "The deal is worth €900 million.",
    );
    becomes(
        "The deal is worth $40 million.",
        "The deal is worth $25 million.",
        "ارزش این قرارداد ۲۵ میلیون دلار آمریکا است.",
        "ارزش این قرارداد ۴۰ میلیون دلار آمریکا است.",
    );
    becomes(
        "رشد اقتصاد بین ۲۰ تا ۲۵ درصد خواهد بود.",
        "رشد اقتصاد بین ۱۰ تا ۱۲ درصد خواهد بود.",
        "The economy will grow 10 to 12 percent.",
        "The economy will grow 20 to 25 percent.",
    );
}

#[test]
fn figures_as_persian_writes_them() {
    for (old, new) in [
        ("۲٫۵ درصد", "۳٫۷ درصد"),
        ("۲/۵ درصد", "۳/۷ درصد"),
        ("٢٫٥ درصد", "٣٫٧ درصد"),
        ("2/5 درصد", "3/7 درصد"),
        ("2.5 درصد", "3.7 درصد"),
    ] {
        let [old, new] = [old, new].map(|percent| format!("بهای نفت {percent} رشد کرد."));
        becomes("Oil prices rose 3.7%.", "Oil prices rose 2.5%.", &old, &new);
    }
    becomes(
        "Oil prices rose 3%.",
        "Oil prices rose 2%.",
        "بهای نفت ٢ درصد رشد کرد.",
        "بهای نفت ٣ درصد رشد کرد.",
    );
}

#[test]
fn sums_as_english_writes_them() {
    becomes("نفت به ۸۱٫۵ دلار رسید.", "نفت به ۸۰ دلار رسید.", "Oil hit $80.", "Oil hit $81.50.");
    becomes("نفت به ۸۱٫۵ دلار رسید.", "نفت به ۸۰٫۲ دلار رسید.", "Oil hit $80.2.", "Oil hit $81.5.");
    becomes(
        "او ۳ میلیارد تومان پرداخت.",
        "او ۲ میلیارد دلار پرداخت.",
        "He paid $2 billion for it.",
        "He paid 3 billion tomans for it.",
    );
    stays(
        "قرارداد ۳ میلیارد تومان امضا شد.",
        "قرارداد ۲ میلیارد دلار امضا شد.",
        "The $2 billion deal was signed.",
    );
}

#[test]
fn ordinals() {
    becomes(
        "دور ششم گفت‌وگوها برگزار شد.",
        "دور پنجم گفت‌وگوها برگزار شد.",
        "The fifth round of talks was held.",
        "The sixth round of talks was held.",
    );
    becomes(
        "دور یازدهم گفت‌وگوها برگزار شد.",
        "دور پنجم گفت‌وگوها برگزار شد.",
        "The fifth round of talks was held.",
        "The 11th round of talks was held.",
    );
    becomes(
        "The third round of talks was held.",
        "The second round of talks was held.",
        "دومین دور گفت‌وگوها برگزار شد.",
        "سومین دور گفت‌وگوها برگزار شد.",
    );
    becomes(
        "The first round of talks was held.",
        "The second round of talks was held.",
        "دور دوم گفت‌وگوها برگزار شد.",
        "دور نخست گفت‌وگوها برگزار شد.",
    );
}

#[test]
fn addresses_and_codes() {
    becomes(
        "نشانی ما info@irna.ir است.",
        "نشانی ما news@isna.ir است.",
        "Our address is news@isna.ir.",
        "Our address is info@irna.ir.",
    );
    becomes(
        "ایران سامانه اس-۴۰۰ خرید.",
        "ایران سامانه اس-۳۰۰ خرید.",
        "Iran bought the S-300 system.",
        "Iran bought the S-400 system.",
    );
}

#[test]
fn articles_before_codes() {
    becomes("او یک میگ-۲۹ خرید.", "او یک سو-۳۵ خرید.", "He bought a Su-35.", "He bought a MiG-29.");
    becomes("او یک اف-۱۶ خرید.", "او یک اس-۳۰۰ خرید.", "He bought an S-300.", "He bought an F-16.");
    becomes("او یک بی-۵۲ خرید.", "او یک میگ-۲۹ خرید.", "He bought a MiG-29.", "He bought a B-52.");
    stays("او یک میگ-۲۹ خرید.", "او یک اف-۱۶ خرید.", "He bought an F-16.");
    stays("او یک اف-۱۶ خرید.", "او یک میگ-۲۹ خرید.", "He bought a MiG-29.");
    stays("او یک بی-۵۲ خرید.", "او یک اف-۱۶ خرید.", "He bought an F-16.");
    stays("He bought an M1.", "He bought a B2.", "او یک B2 خرید.");
}

#[test]
fn articles_before_numbers() {
    let becomes_in =
        |(segment, source), target, expected| becomes(segment, source, target, expected);
    let rounds = ("دور بیستم برگزار شد.", "دور پانزدهم برگزار شد.");
    becomes_in(rounds, "A 15th round was held.", "A 20th round was held.");
    for (other, target) in [
        ("دور یازدهم برگزار شد.", "A 15th round was held."),
        ("دور هجدهم برگزار شد.", "A 15th round was held."),
        ("دور هشتادم برگزار شد.", "A 15th round was held."),
    ] {
        stays(other, rounds.1, target);
    }
    stays("دور دوازدهم برگزار شد.", "دور یازدهم برگزار شد.", "An 11th round was held.");
    becomes_in(
        ("دور هجدهم برگزار شد.", "دور یازدهم برگزار شد."),
        "An 11th round was held.",
        "An 18th round was held.",
    );
    let deals = "قرارداد ۲ میلیارد دلاری امضا شد.";
    becomes_in(
        ("قرارداد ۳ میلیارد دلاری امضا شد.", deals),
        "A $2 billion deal was signed.",
        "A $3 billion deal was signed.",
    );
    stays("قرارداد ۸ میلیارد دلاری امضا شد.", deals, "A $2 billion deal was signed.");
    stays("این سفر ۱۸۰۰ روز بود.", "این سفر ۲۴۰۰ روز بود.", "It was a 2400-day trip.");
}

#[test]
fn numbers_that_stay() {
    // One and many take other words around them.
    stays(
        "در این حمله یک میلیون نفر آمدند و ۱ نفر ماند.",
        "در این حمله یک میلیون نفر آمدند و ۳ نفر ماند.",
        "One million came and 3 people stayed.",
    );
    // Which of the two twelves is meant cannot be known.
    stays(
        "۱۴ نفر از ۱۲ کشور آمدند.",
        "۱۲ نفر از ۱۲ کشور آمدند.",
        "12 people from 12 countries came.",
    );
    // The target has the number elsewhere too, or not at all.
    stays(
        "بیش از ۱۴ نفر آمدند.",
        "بیش از ۱۲ نفر آمدند.",
        "More than 12 people came, 12 of them on foot.",
    );
    stays("بیش از ۱۴ نفر آمدند.", "بیش از ۱۲ نفر آمدند.", "More than a dozen came.");
    // What is told over again in another measure would have to change too.
    stays("بهای آن ۶۰۰ تومان است.", "بهای آن ۵۰۰ تومان است.", "It costs 500 tomans ($0.01).");
    stays(
        "این راه ۱۵ کیلومتر است.",
        "این راه ۱۲ کیلومتر است.",
        "The road is 12 kilometers (7 miles) long.",
    );
    // Containers are not troops.
    stays("بیش از ۱۴ نیرو آمدند.", "بیش از ۱۲ کانتینر آمدند.", "More than 12 containers came.");
    // The words differ, and with them what each number counts.
    stays(
        "۱۲ نفر کشته و ۳۰ نفر زخمی شدند.",
        "۳۰ نفر زخمی و ۱۲ نفر کشته شدند.",
        "30 people were wounded and 12 killed.",
    );
    // All values that differ, or none: "Of 20 people, 5 left" says neither.
    stays("از ۲۰ نفر ۱ نفر رفت.", "از ۱۲ نفر ۵ نفر رفت.", "Of 12 people, 5 left.");
    stays(
        "The attack killed three people in 2004.",
        "The attack killed two people in 2003.",
        "این حمله در ۲۰۰۳ دو نفر را کشت.",
    );
    stays("او در ۱۹۸۰ و ۱۹۸۱ رفت.", "او در ۱۹۷۹ و ۱۹۸۰ رفت.", "He went in 1979 and 1980.");
    // "An 11-day trip" is right, "an 12-day trip" is not.
    stays("این سفر ۱۲ روز بود.", "این سفر ۱۱ روز بود.", "It was an 11-day trip.");
}

#[test]
fn what_is_told_over_again_stays() {
    let stays_in = |target: &str| stays("این راه ۸ بود.", "این راه ۵ بود.", target);
    stays_in("The pipeline is 5 kilometers, or 3 miles, long.");
    stays_in("The pipeline is 5 kilometers, or three miles, long.");
    stays_in("It was 5 degrees Celsius, or 41 degrees Fahrenheit.");
    stays_in("It blew at 5 kph -- 3 mph.");
    stays_in("It weighs 5 kilograms [11 pounds].");
    stays_in("It is at 5 meters/16 feet.");
    stays(
        "از هر ۱۰ نفر ۳ نفر رفتند.",
        "از هر ۱۰ نفر ۲ نفر رفتند.",
        "Of 10 people 2, or 20 percent, left.",
    );
    stays("نفت ۵ دلار گران شد.", "نفت ۴ دلار گران شد.", "Oil rose $4, or 3 percent.");
    stays("It is 30 miles away.", "It is 20 miles away.", "۲۰ مایل، یعنی ۳۲ کیلومتر، راه است.");
    // What the source has too, in whatever kind, is told once.
    becomes(
        "۳ نفر در سال ۲۰۲۴ رفتند.",
        "۲ نفر در سال ۲۰۲۴ رفتند.",
        "2 people left in 2024.",
        "3 people left in 2024.",
    );
}
