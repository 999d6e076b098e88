//! Reading a quantity from a Chinese phrase.
//!
//! Which hedges include their number follows article 1259 of the Civil Code of China: 以上, 以下 and 以内 include it,
//! 超过 and 不满 do not. The other words go by usage in reports and newspapers, without a published list: 多 and 余 after a
//! number are the "odd" of its last unit (90多人: more than 90 and fewer than 100), 上 before a power of ten is that or more.

use super::error::Fault;
use super::lexicon::Lexicon;
use super::number::{Magnitude, Number};
use super::phrase::{Phrase, Reader, Refused, Written, refused};
use super::{Decimal, Hedge, Quantity, Unit};

/// Words in front of a number; longer ones first where one begins another.
static HEDGES: Lexicon<(&str, Hedge)> = Lexicon::of(&[
    ("将近", Hedge::Almost),
    ("接近", Hedge::Almost),
    ("近", Hedge::Almost),
    ("大约", Hedge::About),
    ("大概", Hedge::About),
    ("约为", Hedge::About),
    ("约有", Hedge::About),
    ("约", Hedge::About),
    ("略超过", Hedge::JustOver),
    ("略高于", Hedge::JustOver),
    ("略超", Hedge::JustOver),
    ("刚过", Hedge::JustOver),
    ("超过", Hedge::MoreThan),
    ("超出", Hedge::MoreThan),
    ("超", Hedge::MoreThan),
    ("逾", Hedge::MoreThan),
    ("突破", Hedge::MoreThan),
    ("多于", Hedge::MoreThan),
    ("高于", Hedge::MoreThan),
    ("大于", Hedge::MoreThan),
    ("至少", Hedge::AtLeast),
    ("不少于", Hedge::AtLeast),
    ("不低于", Hedge::AtLeast),
    ("不足", Hedge::LessThan),
    ("不到", Hedge::LessThan),
    ("不满", Hedge::LessThan),
    ("少于", Hedge::LessThan),
    ("低于", Hedge::LessThan),
    ("不超过", Hedge::AtMost),
    ("不多于", Hedge::AtMost),
    ("至多", Hedge::AtMost),
    ("最多", Hedge::AtMost),
    ("多达", Hedge::UpTo),
    ("高达", Hedge::UpTo),
    ("恰好", Hedge::Exactly),
    ("正好", Hedge::Exactly),
]);

/// Words behind a number and its unit.
static AFTER: Lexicon<(&str, Hedge)> = Lexicon::of(&[
    ("左右", Hedge::About),
    ("上下", Hedge::About),
    ("以上", Hedge::AtLeast),
    ("以下", Hedge::AtMost),
    ("以内", Hedge::AtMost),
]);

static MAJORITIES: Lexicon<&str> = Lexicon::words(&[
    "绝大多数",
    "绝大部分",
    "大多数",
    "大部分",
    "半数以上",
    "一半以上",
    "过半数",
    "过半",
    "超半数",
]);

/// 番 counts doublings.
static DOUBLED: Lexicon<(&str, u32)> =
    Lexicon::of(&[("翻番", 2), ("翻一番", 2), ("翻了一番", 2), ("翻两番", 4), ("翻了两番", 4)]);

static UNITS: Lexicon<(&str, Unit)> = Lexicon::of(&[
    ("个百分点", Unit::PercentagePoints),
    ("百分点", Unit::PercentagePoints),
    ("%", Unit::Percent),
    ("％", Unit::Percent),
    ("‰", Unit::PerThousand),
    ("倍", Unit::Times),
    ("美元", Unit::UsDollars),
]);

static RANGE: Lexicon<&str> = Lexicon::words(&["至", "到", "-", "~", "～", "—", "–"]);

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '〇')
}

/// Whether a quantity may begin with this character.
pub(super) fn begins(c: char) -> bool {
    let hedge = matches!(
        c,
        '将' | '接'
            | '近'
            | '大'
            | '约'
            | '略'
            | '刚'
            | '超'
            | '逾'
            | '突'
            | '多'
            | '高'
            | '至'
            | '不'
            | '少'
            | '低'
            | '最'
            | '恰'
            | '正'
            | '绝'
            | '半'
            | '过'
            | '翻'
    );
    hedge
        || matches!(c, '百' | '数' | '几' | '上' | '千' | '十' | '0'..='9' | '０'..='９')
        || digit(c).is_some()
}

/// What was read of a number.
struct Figure {
    at: usize,
    number: Number,
    odd: bool,
    unit: Option<Unit>,
    plain: bool,
    /// Without a word for ten thousand or more, in characters.
    small: bool,
}

/// Reads from here as much as belongs together.
pub(super) fn phrase(reader: &mut Reader<'_>) -> Result<Phrase, Refused> {
    reader.skip_space();
    let start = reader.at;
    let made = |hedge, number, upper, unit| {
        Quantity::assemble(hedge, number, upper, unit).map_err(|fault| refused(start, fault))
    };
    // A word that says number and unit at once.
    let whole = |reader: &Reader<'_>, quantity| Phrase {
        quantity,
        core: start,
        number_end: reader.at,
        apart: None,
        unit: true,
        plain: false,
        small_word: false,
    };
    if reader.eat_exact_one(&MAJORITIES).is_some() {
        let half = Number::plain(Decimal::small(5, 1));
        return Ok(whole(reader, made(Hedge::Majority, half, None, Unit::Fraction)?));
    }
    if let Some(times) = reader.eat_exact_one(&DOUBLED) {
        return Ok(whole(
            reader,
            made(Hedge::Bare, Number::plain(times.into()), None, Unit::Times)?,
        ));
    }
    let several = several(reader);
    let hedge = if several.is_some() { None } else { reader.eat_exact_one(&HEDGES) };
    let first = match several {
        Some((number, _)) => Figure {
            at: start,
            number,
            odd: false,
            unit: reader.eat_exact_one(&UNITS),
            plain: false,
            small: false,
        },
        None => figure(reader)?,
    };
    let before = reader.at;
    let joined = hedge.is_none()
        && several.is_none()
        && !first.odd
        && reader.eat_exact_one(&RANGE).is_some();
    let second = if joined { figure(reader).ok() } else { None };
    if second.is_none() {
        reader.at = before;
    }
    let after = reader.eat_exact_one(&AFTER);
    let unit = second.as_ref().map_or(first.unit, |second| second.unit);
    let odd = first.odd.then_some(Hedge::Odd);
    let many = several.map(|(_, hedge)| hedge);
    let between = second.as_ref().map(|_| Hedge::Between);
    let mut hedges = [hedge, odd, many, between, after].into_iter().flatten();
    let said = hedges.next().unwrap_or(Hedge::Bare);
    if hedges.next().is_some() {
        return Err(refused(before, Fault::TwoHedges));
    }
    let mut number = first.number;
    if let Some(second) = &second {
        if first.unit.is_some() && first.unit != second.unit {
            return Err(refused(second.at, Fault::TwoUnits));
        }
        if number.magnitude == Magnitude::ONE && !number.is_ratio() {
            let shared = Number::new(number.digits, second.number.magnitude);
            number = shared.ok_or_else(|| refused(first.at, Fault::TooLong))?;
        }
    }
    let kind = if number.is_ratio() { Unit::Fraction } else { unit.unwrap_or(Unit::Count) };
    Ok(Phrase {
        quantity: made(said, number, second.as_ref().map(|second| second.number), kind)?,
        core: first.at,
        number_end: before,
        apart: None,
        unit: unit.is_some() || number.is_ratio(),
        plain: first.plain,
        small_word: first.small,
    })
}

/// 数百万, 几十万: some of a power of ten. 上万: one of it or more.
fn several(reader: &mut Reader<'_>) -> Option<(Number, Hedge)> {
    let start = reader.at;
    let found = reader.eat_exact("数") || reader.eat_exact("几");
    let hedge = if found { Hedge::SeveralOf } else { Hedge::AtLeast };
    let found = found || reader.eat_exact("上");
    let zeros = if found { zeros(reader, true) } else { 0 };
    let power = Number::new(Decimal::ONE, Magnitude::new(zeros)).filter(|_| zeros > 0);
    if power.is_none() {
        reader.at = start;
    }
    power.map(|power| (power, hedge))
}

/// The zeros of the powers of ten that stand here: 十万 has five.
fn zeros(reader: &mut Reader<'_>, ten: bool) -> u8 {
    let mut zeros = 0;
    // At most three: 千万亿.
    for words in
        [&[("十", 1), ("百", 2), ("千", 3)][usize::from(!ten)..], &[("万", 4)], &[("亿", 8)]]
    {
        zeros +=
            words.iter().find(|(word, _)| reader.eat_exact(word)).map_or(0, |(_, zeros)| *zeros);
    }
    zeros
}

fn figure(reader: &mut Reader<'_>) -> Result<Figure, Refused> {
    reader.skip_space();
    let at = reader.at;
    let none = || refused(at, Fault::NoNumber);
    let mut made = Figure {
        at,
        number: Number::plain(Decimal::ZERO),
        odd: false,
        unit: None,
        plain: false,
        small: false,
    };
    let long = || refused(at, Fault::TooLong);
    if reader.eat_exact("百分之") {
        let (digits, ..) = number(reader).ok_or_else(none)?;
        made.number = Number::plain(digits);
        made.unit = Some(Unit::Percent);
        return Ok(made);
    }
    if reader.eat_exact("一半") || reader.eat_exact("半数") {
        made.number = Number::ratio(1, 2).ok_or_else(none)?;
        made.unit = Some(Unit::Fraction);
        return Ok(made);
    }
    let (digits, large, plain, han) = number(reader).ok_or_else(none)?;
    let ratio = |parts: Option<u32>, over: Option<u32>| {
        parts.zip(over).and_then(|(parts, over)| Number::ratio(parts, over)).ok_or_else(none)
    };
    if reader.eat_exact("分之") {
        let (parts, ..) = number(reader).ok_or_else(none)?;
        made.number = ratio(parts.to_u32(), digits.to_u32())?;
        made.unit = Some(Unit::Fraction);
        return Ok(made);
    }
    let odd = |reader: &mut Reader<'_>| reader.eat_exact("多") || reader.eat_exact("余");
    made.odd = odd(reader) || han && reader.eat_exact("几");
    let before = reader.at;
    let zeros = if large > 0 { large } else { zeros(reader, false) };
    if made.odd && large == 0 && zeros == 0 {
        reader.at = before;
    }
    made.odd = made.odd || odd(reader);
    // A tenth of the whole.
    if !made.odd && zeros == 0 && reader.eat_exact("成") {
        let half = reader.eat_exact("五") || reader.eat_exact("半");
        let tenths = digits.to_u32().filter(|tenths| *tenths <= 10);
        made.number = if half {
            ratio(tenths.map(|tenths| tenths * 10 + 5), Some(100))?
        } else {
            ratio(tenths, Some(10))?
        };
        made.unit = Some(Unit::Fraction);
        return Ok(made);
    }
    made.number = Number::new(digits, Magnitude::new(zeros)).ok_or_else(long)?;
    made.plain = plain && zeros == 0;
    made.small = han && zeros == 0;
    made.unit = reader.eat_exact_one(&UNITS);
    Ok(made)
}

/// Digits in either width, or characters: the number, the zeros of the large unit at its end, whether it is digits
/// alone, whether it is characters.
fn number(reader: &mut Reader<'_>) -> Option<(Decimal, u8, bool, bool)> {
    let start = reader.at;
    let digits = |reader: &mut Reader<'_>, written: &mut Written| {
        let mut count = 0_usize;
        while let Some(c) = reader.rest().chars().next() {
            let value = match c {
                '0'..='9' => u32::from(c) - u32::from('0'),
                '０'..='９' => u32::from(c) - u32::from('０'),
                _ => break,
            };
            written.push_digit(value);
            reader.at += c.len_utf8();
            count += 1;
        }
        Some(count)
    };
    let next_is_digit = |reader: &Reader<'_>| {
        reader.rest().chars().nth(1).is_some_and(|c| matches!(c, '0'..='9' | '０'..='９'))
    };
    let mut written = Written::default();
    let mut count = digits(reader, &mut written)?;
    if count > 0 {
        let mut plain = true;
        while count <= 3 && reader.rest().starts_with([',', '，']) && next_is_digit(reader) {
            let comma = reader.at;
            let ascii = reader.rest().starts_with(',');
            reader.at += if ascii { 1 } else { '，'.len_utf8() };
            count = digits(reader, &mut written)?;
            plain = false;
            if count != 3 {
                reader.at = comma;
                return None;
            }
        }
        if reader.rest().starts_with(['.', '．']) && next_is_digit(reader) {
            reader.at += reader.rest().chars().next().map_or(0, char::len_utf8);
            written.decimals = Some(0);
            digits(reader, &mut written)?;
            plain = false;
        }
        return Some((written.decimal()?, 0, plain, false));
    }
    let (value, zeros) = characters(reader)?;
    if zeros == 0 && reader.rest().starts_with('点') {
        let point = reader.at;
        reader.at += '点'.len_utf8();
        let mut written = Written::default();
        written.push(&value.to_string());
        written.decimals = Some(0);
        let before = reader.at;
        while let Some((c, value)) =
            reader.rest().chars().next().and_then(|c| Some((c, u32::try_from(digit(c)?).ok()?)))
        {
            written.push_digit(value);
            reader.at += c.len_utf8();
        }
        if reader.at > before {
            return Some((written.decimal()?, 0, false, true));
        }
        reader.at = point;
    }
    if reader.at == start {
        return None;
    }
    Some((value.into(), zeros, false, true))
}

/// A number in characters: 五亿九千一百万 is 59100 and the four zeros of 万.
fn characters(reader: &mut Reader<'_>) -> Option<(u64, u8)> {
    let start = reader.at;
    let (mut large, mut section, mut ones) = (0_u64, 0_u64, None);
    let (mut last_small, mut last_large, mut zeros) = (u64::MAX, u8::MAX, 0_u8);
    for c in reader.rest().chars() {
        let small = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 0,
        };
        let big = match c {
            '万' => 4,
            '亿' => 8,
            _ => 0,
        };
        if let Some(value) = digit(c) {
            if ones.is_some_and(|ones| ones > 0) {
                // Digit by digit, as years are written.
                return None;
            }
            ones = Some(value);
            zeros = 0;
        } else if small > 0 && small < last_small {
            if ones.is_none() && section > 0 {
                break;
            }
            section = section.checked_add(ones.take().unwrap_or(1).max(1).checked_mul(small)?)?;
            last_small = small;
            zeros = 0;
        } else if big > 0 && (big < last_large || zeros == 4 && big == 8 && section == 0) {
            let factor = 10_u64.checked_pow(big.into())?;
            let all = section.checked_add(ones.take().unwrap_or(0))?;
            if zeros == 4 {
                // 万亿: ten thousand times a hundred million.
                large = large.checked_mul(factor)?;
                zeros = 12;
            } else {
                if all == 0 {
                    break;
                }
                // What came before a 亿 and ends in 万 counts within it.
                large = large.checked_add(all.checked_mul(factor)?)?;
                zeros = big;
            }
            (section, last_small, last_large) = (0, u64::MAX, big);
        } else {
            break;
        }
        reader.at += c.len_utf8();
    }
    let value = large.checked_add(section)?.checked_add(ones.unwrap_or(0))?;
    if reader.at == start {
        return None;
    }
    Some((value / 10_u64.pow(zeros.into()), zeros))
}

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
