//! What the characters around a number in a Chinese text say of it.

pub(super) use crate::quantity::chinese::{begins, is_han, phrase};

use super::QuantityKind;
use crate::quantity::lexicon::Lexicon;
use crate::quantity::phrase::Phrase;
use crate::quantity::{Decimal, Hedge, Unit};

/// Behind a number that is part of a date, an edition, or an amount in a unit that has no word here.
static OTHER: Lexicon<&str> = Lexicon::words(&[
    "月",
    "日",
    "号",
    "时",
    "点",
    "分",
    "秒",
    "届",
    "期",
    "版",
    "级",
    "岁",
    "天",
    "周",
    "小时",
    "个月",
    "个小时",
    "元",
    "人民币",
    "英镑",
    "欧元",
    "日元",
    "公里",
    "千米",
    "米",
    "吨",
    "公斤",
    "千克",
    "平方",
    "立方",
    "度",
    "兆",
    "世纪",
    "年代",
    "个星期",
    "亩",
    "公顷",
    "千瓦",
    "瓦",
]);

/// Measure words: what stands between a number and what it counts. The common ones, by usage.
static MEASURES: Lexicon<&str> = Lexicon::words(&[
    "个", "家", "名", "人", "次", "项", "位", "款", "只", "部", "台", "种", "条", "件", "国", "户",
    "座", "所", "篇", "份", "场", "颗", "辆", "支", "张", "本", "批", "类", "方",
]);

/// What says that something changed, by usage in reports.
static CHANGES: Lexicon<&str> = Lexicon::words(&[
    "增长", "下降", "提高", "上升", "减少", "同比", "增加", "增幅", "上涨", "下跌", "降低", "扩大",
    "提升", "增速", "翻", "涨",
]);

/// What is a change itself, whatever it reached.
static GROWTH: Lexicon<&str> = Lexicon::words(&["增幅", "增速", "增长率", "涨幅", "降幅", "跌幅"]);

/// At most so many characters before a number are looked at.
const FAR: usize = 8;

/// Whether the number counts nothing.
pub(super) fn counts_nothing(text: &str, start: usize, end: usize, phrase: &Phrase) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let Phrase { quantity, plain, small_word, unit, .. } = phrase;
    let value = quantity.value();
    if before.ends_with(|c: char| !is_han(c) && c.is_alphanumeric())
        || before.ends_with(['第', '-', '/', '.', ':', '：', '¥', '￥', '€', '$'])
    {
        return true;
    }
    if *unit {
        return false;
    }
    // A letter or the rest of a date hangs on it.
    let mut next = rest.chars();
    let joined = match next.next() {
        Some(c) if is_han(c) => false,
        Some('.' | ':' | '：' | '/' | '-') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    if joined || begins_with_one_of(rest, &OTHER) {
        return true;
    }
    if rest.starts_with('年') {
        return true;
    }
    let years = Decimal::from(1500)..=Decimal::from(2100);
    if *plain && quantity.hedge() == Hedge::Bare && years.contains(&value) && !measured(rest) {
        return true;
    }
    // 一致, 十分, 百姓: characters for numbers are parts of many words.
    if *small_word && quantity.hedge() == Hedge::Bare {
        let leads = text.get(start..).is_some_and(|said| said.starts_with(['十', '百', '千']));
        let short = end - start <= 6;
        return value < Decimal::from(2) || (leads || short) && !measured(rest);
    }
    false
}

fn begins_with_one_of(rest: &str, list: &Lexicon<&'static str>) -> bool {
    let [first, second, ..] = rest.as_bytes() else { return false };
    list.beginning_with(*first, *second).any(|word| rest.starts_with(word))
}

fn measured(rest: &str) -> bool {
    begins_with_one_of(rest, &MEASURES)
}

/// The unit of time or base that stands before a count.
pub(super) fn rate(before: &str) -> Option<Unit> {
    const BEFORE: &[(&str, Unit)] = &[
        ("每天", Unit::CountPerDay),
        ("每日", Unit::CountPerDay),
        ("日均", Unit::CountPerDay),
        ("每周", Unit::CountPerWeek),
        ("每月", Unit::CountPerMonth),
        ("每年", Unit::CountPerYear),
        ("年均", Unit::CountPerYear),
        ("每秒", Unit::CountPerSecond),
        ("每百人", Unit::PerHundred),
        ("每千人", Unit::PerThousand),
        ("每百万人", Unit::PerMillion),
    ];
    let every = before.chars().any(|c| matches!(c, '每' | '均'));
    let mut found = BEFORE.iter().filter(|_| every);
    found.find(|(word, _)| before.contains(word)).map(|(_, unit)| *unit)
}

/// The characters before a place, up to the last mark.
pub(super) fn before(text: &str, start: usize) -> &str {
    let before = text.get(..start).unwrap_or_default();
    let letter = |c: char| is_han(c) || c.is_alphanumeric();
    let far = before.char_indices().rev().take(FAR).take_while(|(_, c)| letter(*c)).last();
    far.and_then(|(at, _)| before.get(at..)).unwrap_or_default()
}

/// What the number is.
pub(super) fn kind(before: &str, said: &str, unit: Unit) -> QuantityKind {
    let reached = before.ends_with(['到', '至', '为', '达', '占', '的']);
    let says = |list| {
        let mut places = before.char_indices().filter_map(|(at, _)| before.get(at..));
        places.any(|rest| begins_with_one_of(rest, list))
    };
    let changed = said.starts_with('翻') || says(if reached { &GROWTH } else { &CHANGES });
    match unit {
        Unit::PercentagePoints => QuantityKind::Points,
        Unit::Percent | Unit::Fraction if !changed => QuantityKind::Share,
        Unit::Times if !changed => QuantityKind::Multiple,
        Unit::Percent | Unit::Fraction | Unit::Times => QuantityKind::Change,
        Unit::PerHundred
        | Unit::PerThousand
        | Unit::PerMillion
        | Unit::CountPerSecond
        | Unit::CountPerDay
        | Unit::CountPerWeek
        | Unit::CountPerMonth
        | Unit::CountPerYear => QuantityKind::Rate,
        _ if changed => QuantityKind::Change,
        _ => QuantityKind::Level,
    }
}
