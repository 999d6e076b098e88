//! Shares and rates of a population, and what they say about the population.

use super::{Figure, Refusal};

const POPULATION: &str = "the population";
const USERS: &str = "the number of users";
const COUNT: &str = "the count";

/// The share of a population that uses a service, in percent: 100 x users / population.
///
/// As the International Telecommunication Union's *Manual for Measuring ICT Access and Use by Households and
/// Individuals* defines the proportion of individuals using the Internet: users over all people in scope, times 100.
///
/// Domain: 0 <= users <= population, population above zero. No user gives zero percent. An interval result is cut
/// off at 0 and 100.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a population of zero; more users than people; and, for
/// intervals, operands that leave every share possible.
///
/// ```
/// use netpolity::stats::penetration_rate;
///
/// // China, end of June 2013: 591 million users of about 1,340 million people.
/// let rate = penetration_rate(591e6, 1_340e6)?;
/// assert_eq!(format!("{rate:.1}"), "44.1");
/// assert_eq!(
///     penetration_rate(12.0, 10.0).unwrap_err().to_string(),
///     "the number of users is above the population: 12 of 10",
/// );
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn penetration_rate<F: Figure>(users: F, population: F) -> Result<F, Refusal> {
    const RATE: &str = "the penetration rate";
    let (users, population) = part(users, population)?;
    users.over(population, RATE)?.times(F::constant(100), RATE)?.within(Some(0), Some(100), RATE)
}

/// The people who don't use a service: population - users.
///
/// Domain: 0 <= users <= population, population above zero. An interval result is cut off at 0.
///
/// # Errors
/// As for [`penetration_rate`].
///
/// ```
/// use netpolity::stats::offline_population;
///
/// assert_eq!(offline_population(591.0, 1340.0)?, 749.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn offline_population<F: Figure>(users: F, population: F) -> Result<F, Refusal> {
    const OFFLINE: &str = "the offline population";
    let (users, population) = part(users, population)?;
    population.minus(users, OFFLINE)?.within(Some(0), None, OFFLINE)
}

/// The people who don't use a service, from the share in percent that does: population x (1 - share / 100).
///
/// Domain: 0 <= share <= 100, population above zero.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a population of zero; a share above 100; and, for
/// intervals, operands that leave every number possible.
///
/// ```
/// use netpolity::stats::offline_population_from_share;
///
/// assert_eq!(offline_population_from_share(25.0, 1320.0)?, 990.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn offline_population_from_share<F: Figure>(share: F, population: F) -> Result<F, Refusal> {
    const OFFLINE: &str = "the offline population";
    let share = share.share()?;
    let population = population.positive(POPULATION)?;
    F::constant(100)
        .minus(share, OFFLINE)?
        .over(F::constant(100), OFFLINE)?
        .times(population, OFFLINE)?
        .within(Some(0), None, OFFLINE)
}

/// The population that a count of its members and their share in percent imply: count / (share / 100).
///
/// Domain: count not below zero, 0 < share <= 100.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a share of zero, or above 100; and, for intervals,
/// operands that leave every number possible.
///
/// ```
/// use netpolity::stats::implied_base;
///
/// let population = implied_base(591e6, 44.1)?;
/// assert_eq!(format!("{population:.0}"), "1340136054");
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn implied_base<F: Figure>(count: F, share: F) -> Result<F, Refusal> {
    const BASE: &str = "the base";
    let count = count.not_negative(COUNT)?;
    let share = share.share()?.positive("the share")?;
    count.over(share, BASE)?.times(F::constant(100), BASE)?.within(Some(0), None, BASE)
}

/// A count for every `n` of a population: n x count / population.
///
/// The form of the World Bank's *World Development Indicators* for subscriptions (per 100 people) and secure Internet
/// servers (per 1 million people).
///
/// Domain: count not below zero, population and `n` above zero. The count need not be part of the population, so that
/// the rate may exceed `n`: there are more mobile subscriptions than people in many countries.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a population or an `n` of zero; and, for intervals,
/// operands that leave every rate possible.
///
/// ```
/// use netpolity::stats::rate_per;
///
/// assert_eq!(rate_per(1_000, 30.0, 12_000.0)?, 2.5);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn rate_per<F: Figure>(n: u32, count: F, population: F) -> Result<F, Refusal> {
    const RATE: &str = "the rate";
    let count = count.not_negative(COUNT)?;
    let population = population.positive(POPULATION)?;
    let n = F::constant(n).positive("the base of the rate")?;
    count.over(population, RATE)?.times(n, RATE)?.within(Some(0), None, RATE)
}

/// A count for every 100 of a population. See [`rate_per`].
///
/// # Errors
/// As for [`rate_per`].
///
/// ```
/// assert_eq!(netpolity::stats::per_hundred(15.0, 10.0)?, 150.0);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn per_hundred<F: Figure>(count: F, population: F) -> Result<F, Refusal> {
    rate_per(100, count, population)
}

/// A count for every 1,000,000 of a population. See [`rate_per`].
///
/// # Errors
/// As for [`rate_per`].
///
/// ```
/// assert_eq!(netpolity::stats::per_million(3.0, 2_000_000.0)?, 1.5);
/// # Ok::<(), netpolity::stats::Refusal>(())
/// ```
pub fn per_million<F: Figure>(count: F, population: F) -> Result<F, Refusal> {
    rate_per(1_000_000, count, population)
}

/// Users as part of a population.
fn part<F: Figure>(users: F, population: F) -> Result<(F, F), Refusal> {
    let (users, population) = (users.not_negative(USERS)?, population.positive(POPULATION)?);
    if population.certainly_below(users) {
        let (part, whole) = (Box::new(users.operand()), Box::new(population.operand()));
        return Err(Refusal::AboveWhole { what: USERS, part, whole });
    }
    Ok((users, population))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Interval;
    use crate::stats::Operand;

    fn i(text: &str) -> Interval {
        text.parse().unwrap()
    }

    fn says<T: std::fmt::Debug>(result: Result<T, Refusal>, message: &str) {
        assert_eq!(result.unwrap_err().to_string(), message);
    }

    // China, end of June 2013: 591 million users, 44.1 percent, some 1,340 million people.
    #[test]
    fn known_rates() {
        assert!((penetration_rate(591.0, 1340.0).unwrap() - 44.104_477_6).abs() < 1e-6);
        assert_eq!(penetration_rate(0.0, 10.0), Ok(0.0));
        assert_eq!(penetration_rate(10.0, 10.0), Ok(100.0));
        assert_eq!(offline_population(591.0, 1340.0), Ok(749.0));
        assert!((offline_population_from_share(44.1, 1340.0).unwrap() - 749.06).abs() < 1e-9);
        assert!((implied_base(591.0, 44.1).unwrap() - 1_340.136).abs() < 1e-3);
        // More subscriptions than people are no error.
        assert_eq!(per_hundred(15.0, 10.0), Ok(150.0));
        assert_eq!(per_million(3.0, 2_000_000.0), Ok(1.5));
    }

    #[test]
    fn known_rates_of_intervals() {
        let almost = i("[540000000, 600000000)");
        let population = i("[1330000000, 1350000000]");
        assert_eq!(penetration_rate(almost, population), Ok(i("[40, 45.1127819549)")));
        assert_eq!(offline_population(almost, population), Ok(i("(730000000, 810000000]")));
        assert_eq!(
            offline_population_from_share(i("[44.05, 44.15)"), i("[1340, 1340]")),
            Ok(i("(748.39, 749.73]"))
        );
        let base = implied_base(i("[591000000, 591000000]"), i("[44.05, 44.15)")).unwrap();
        assert!(base.is_subset_of(&i("(1338600000, 1341700000)")));
        assert_eq!(per_hundred(i("[1, 2)"), i("[10, 20]")), Ok(i("[5, 20)")));
    }

    #[test]
    fn what_cannot_be_is_left_out_of_an_interval() {
        // Fewer than 20 of 10 people: at most all of them.
        assert_eq!(penetration_rate(i("[5, 20)"), i("[10, 10]")), Ok(i("[50, 100]")));
        assert_eq!(penetration_rate(i("(-inf, 5)"), i("[10, 10]")), Ok(i("[0, 50)")));
        assert_eq!(penetration_rate(i("[5, 5]"), i("[0, 10]")), Ok(i("[50, 100]")));
        assert_eq!(offline_population(i("[5, 20)"), i("[10, 10]")), Ok(i("[0, 5]")));
        assert_eq!(offline_population_from_share(i("[50, 120]"), i("[10, 10]")), Ok(i("[0, 5]")));
        assert_eq!(implied_base(i("[5, 5]"), i("(-inf, 50]")), Ok(i("[10, inf)")));
    }

    #[test]
    fn each_number_outside_its_domain_is_refused() {
        says(penetration_rate(5.0, 0.0), "the population is zero");
        says(penetration_rate(5.0, -1.0), "the population is below zero: -1");
        says(penetration_rate(-5.0, 10.0), "the number of users is below zero: -5");
        says(penetration_rate(f64::NAN, 10.0), "the number of users is not a finite number: NaN");
        says(penetration_rate(5.0, f64::INFINITY), "the population is not a finite number: inf");
        says(penetration_rate(11.0, 10.0), "the number of users is above the population: 11 of 10");
        says(
            offline_population(11.0, 10.0),
            "the number of users is above the population: 11 of 10",
        );
        says(
            offline_population_from_share(101.0, 10.0),
            "the share is outside 0 to 100 percent: 101",
        );
        says(
            offline_population_from_share(-1.0, 10.0),
            "the share is outside 0 to 100 percent: -1",
        );
        says(
            offline_population_from_share(f64::NAN, 10.0),
            "the share is not a finite number: NaN",
        );
        says(implied_base(5.0, 0.0), "the share is zero");
        says(implied_base(-5.0, 1.0), "the count is below zero: -5");
        says(implied_base(1e308, 1e-3), "the base is too large or has too many digits");
        says(rate_per(0, 5.0, 10.0), "the base of the rate is zero");
        says(per_million(5.0, 0.0), "the population is zero");
    }

    #[test]
    fn each_interval_outside_its_domain_is_refused() {
        says(penetration_rate(i("[5, 5]"), i("[0, 0]")), "the population is zero");
        says(
            penetration_rate(i("[5, 5]"), i("[-2, -1]")),
            "the population is below zero: [-2, -1]",
        );
        says(
            penetration_rate(i("(-2, -1]"), i("[5, 5]")),
            "the number of users is below zero: (-2, -1]",
        );
        assert_eq!(
            penetration_rate(i("(10, inf)"), i("[5, 10]")),
            Err(Refusal::AboveWhole {
                what: "the number of users",
                part: Box::new(Operand::Interval(i("(10, inf)"))),
                whole: Box::new(Operand::Interval(i("[5, 10]"))),
            })
        );
        says(
            offline_population_from_share(i("(100, inf)"), i("[5, 10]")),
            "the share is outside 0 to 100 percent: (100, inf)",
        );
        says(implied_base(i("[5, 5]"), i("[-1, 0]")), "the share is zero");
        says(
            rate_per(10, i("[79228162514264337593543950335, inf)"), i("[0.5, 1]")),
            "the rate is too large or has too many digits",
        );
    }

    // Posts a day "more than 200 million", micro-bloggers "exceed 300 million": no rate follows.
    #[test]
    fn two_lower_bounds_determine_no_ratio() {
        let (posts, bloggers) = (i("(200000000, inf)"), i("(300000000, inf)"));
        says(rate_per(1, posts, bloggers), "the operands leave the rate undetermined: (0, inf)");
        says(
            penetration_rate(posts, bloggers),
            "the operands leave the penetration rate undetermined: (0, inf)",
        );
        says(
            offline_population(i("[0, inf)"), bloggers),
            "the operands leave the offline population undetermined: (-inf, inf)",
        );
        says(
            implied_base(i("[0, inf)"), i("[-5, 120]")),
            "the operands leave the base undetermined: [0, inf)",
        );
    }
}
