//! Numbers in English words.

use super::english::Numeral;
use super::number::Magnitude;
use super::phrase::{Amount, Reader};
use super::{Decimal, Hedge, Unit};

impl Reader<'_> {
    /// A number below a hundred in words, and whether it is one word below twenty.
    pub(super) fn small(&mut self) -> Option<(u32, bool)> {
        let tens = self.next_numeral(|found| match found {
            Numeral::One(value) => Some((value, true)),
            Numeral::Tens(value) => Some((value, false)),
            _ => None,
        })?;
        let (value, true) = tens else {
            let start = self.at;
            if self.rest().starts_with('-') {
                self.at += 1;
            }
            let ones = self.next_numeral(|found| match found {
                Numeral::One(value @ 1..=9) => Some(value),
                _ => None,
            });
            if ones.is_none() {
                self.at = start;
            }
            return Some((u32::from(tens.0) + u32::from(ones.unwrap_or(0)), false));
        };
        Some((value.into(), true))
    }

    /// A number below a thousand in words: "a hundred and five", "two dozen".
    fn below_thousand(&mut self) -> Option<(u32, bool)> {
        let start = self.at;
        let article = self.eat("a");
        let (value, single) = if article { (1, false) } else { self.small().unwrap_or((1, false)) };
        let named = article || self.at > start;
        let unit = self.next_numeral(|found| match found {
            Numeral::Hundred => Some(100),
            Numeral::Dozen => Some(12),
            _ => None,
        });
        match unit {
            Some(100) if value < 100 => {
                let before = self.at;
                let and = self.eat("and");
                let rest = self.small();
                if rest.is_none() && and {
                    self.at = before;
                }
                Some((value * 100 + rest.map_or(0, |(rest, _)| rest), false))
            }
            Some(unit) => Some((value * unit, false)),
            // The article alone is none, but before "million" it is one.
            None if article => {
                let before = self.at;
                let base = self.base().is_some();
                self.at = if base { before } else { start };
                base.then_some((1, false))
            }
            None => named.then_some((value, single)),
        }
    }

    /// A number that begins with a word.
    pub(super) fn words(&mut self) -> Option<Amount> {
        let at = self.next_at();
        // Most often digits.
        if !self.rest().bytes().next()?.is_ascii_alphabetic() {
            return None;
        }
        let mut amount = Amount {
            at,
            end: at,
            digits: Decimal::ZERO,
            magnitude: None,
            over: None,
            hedge: None,
            unit: None,
            plain: false,
            small_word: false,
        };
        let read = self.special(&mut amount) || self.spelled(&mut amount);
        if !read {
            self.at = at;
        }
        read.then_some(amount)
    }

    /// Words that are numbers by themselves: "half", "a third", "doubled", "tens of thousands".
    fn special(&mut self, amount: &mut Amount) -> bool {
        let at = self.at;
        if ["several", "a few"].iter().any(|word| self.eat(word)) {
            let zeros = self.next_numeral(|found| match found {
                Numeral::Hundred => Some(Magnitude::HUNDRED),
                Numeral::Base(magnitude) => Some(magnitude),
                _ => None,
            });
            amount.hedge = Some((Hedge::SeveralOf, at));
            amount.digits = Decimal::ONE;
            amount.magnitude = zeros;
            return zeros.is_some();
        }
        let article = self.eat("a");
        let Some(found) = self.next_numeral(Some) else {
            self.at = at;
            return false;
        };
        match (found, article) {
            (Numeral::Half, _) => {
                let before = self.at;
                // "Half a million" is a number, not a share.
                let base = if self.eat("a") { self.base() } else { None };
                if base.is_some() {
                    amount.magnitude = base;
                    amount.digits = Decimal::small(5, 1);
                } else {
                    self.at = before;
                    amount.digits = Decimal::ONE;
                    amount.over = Some(2);
                    amount.unit = Some(Unit::Fraction);
                    self.of_base(amount);
                }
                true
            }
            (Numeral::Part(over), true) => {
                amount.digits = Decimal::ONE;
                amount.over = Some(over.into());
                amount.unit = Some(Unit::Fraction);
                self.of_base(amount);
                true
            }
            (Numeral::Multiplied(tenths), _) => {
                amount.digits = match tenths {
                    5 => Decimal::small(5, 1),
                    tenths => Decimal::from(u32::from(tenths / 10)),
                };
                amount.unit = Some(Unit::Times);
                true
            }
            (Numeral::Dozens, false) => {
                amount.digits = 12.into();
                amount.hedge = Some((Hedge::SeveralOf, at));
                true
            }
            (Numeral::Several(magnitude), false) => {
                let before = self.at;
                let of = self.eat("of");
                let base = of
                    .then(|| {
                        self.next_numeral(|found| match found {
                            Numeral::Several(base) if base > magnitude => Some(base.zeros()),
                            _ => None,
                        })
                    })
                    .flatten();
                if base.is_none() {
                    self.at = before;
                }
                amount.digits = Decimal::ONE;
                amount.magnitude = Some(Magnitude::new(magnitude.zeros() + base.unwrap_or(0)));
                amount.hedge = Some((Hedge::SeveralOf, at));
                true
            }
            _ => {
                self.at = at;
                false
            }
        }
    }

    /// "A quarter of a million" is a number, not a share.
    pub(super) fn of_base(&mut self, amount: &mut Amount) {
        let start = self.at;
        let base = self.eat("of a").then(|| self.base()).flatten();
        let hundredths = amount
            .over
            .filter(|over| 100 % over == 0)
            .and_then(|over| amount.digits.checked_mul((100 / over).into()))
            .and_then(|hundredths| hundredths.checked_mul(Decimal::small(1, 2)));
        match (base, hundredths) {
            (Some(base), Some(hundredths)) => {
                amount.digits = hundredths.normalized();
                amount.magnitude = Some(base);
                (amount.over, amount.unit) = (None, None);
            }
            _ => self.at = start,
        }
    }

    /// A number spelled out: "six hundred million", "two thousand three hundred", "one and a half million".
    fn spelled(&mut self, amount: &mut Amount) -> bool {
        let Some((first, single)) = self.below_thousand() else { return false };
        amount.digits = first.into();
        amount.small_word = single;
        if single {
            self.whole(amount);
            if amount.over.is_some() || amount.magnitude.is_some() {
                amount.small_word = false;
                return true;
            }
        }
        let before = self.at;
        if self.eat("and a half") {
            amount.small_word = false;
            let tenths = Decimal::from(first * 10 + 5);
            amount.digits = tenths.checked_mul(Decimal::small(1, 1)).unwrap_or(tenths);
            amount.magnitude = self.base();
            return true;
        }
        self.at = before;
        let Some(base) = self.base() else {
            let odd = self.eat_odd();
            amount.hedge = odd.map(|at| (Hedge::Odd, at));
            return true;
        };
        amount.small_word = false;
        amount.magnitude = Some(base);
        let Some(mut total) = place(first, base) else { return false };
        let mut last = base;
        loop {
            // Each magnitude is smaller than the one before.
            let before = self.at;
            let and = self.eat("and");
            let next = self.below_thousand().filter(|_| last > Magnitude::ONE);
            let after = self.at;
            let base = next.and_then(|_| self.base());
            let base = base.unwrap_or(Magnitude::ONE);
            let more = next.filter(|_| base < last && (!and || base == Magnitude::ONE));
            let Some(sum) = more.and_then(|(next, _)| total.checked_add(place(next, base)?)) else {
                self.at = before;
                break;
            };
            if base == Magnitude::ONE {
                self.at = after;
            }
            total = sum;
            last = base;
            amount.magnitude = None;
        }
        if amount.magnitude.is_none() {
            amount.digits = total.into();
        } else {
            let odd = self.eat_odd();
            amount.hedge = odd.map(|at| (Hedge::Odd, at));
        }
        true
    }
}

fn place(below_thousand: u32, base: Magnitude) -> Option<u64> {
    10_u64.checked_pow(base.zeros().into())?.checked_mul(below_thousand.into())
}
