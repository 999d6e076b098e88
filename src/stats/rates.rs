//! Shares and rates of a population, and what they say about the population.

use super::{Figure, Refusal};

const POPULATION: &str = "the population";
const USERS: &str = "the number of users";
const COUNT: &str = "the count";

/// The share of a population that uses a service, in percent: 100 x users / population.
///
/// As the International Telecommunication Union's *Manual for Measuring ICT Access and Use by Households and Individuals*
/// defines the proportion of individuals using the Internet: users over all people in scope, times 100.
///
/// Domain: 0 <= users <= population, population above zero. No user gives zero percent. An interval result is cut
/// off at 0 and 100.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a population of zero; more users than people; and, for intervals, operands
/// that leave every share possible.
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
/// A number that is missing (`NaN`), negative, or infinite; a population of zero; a share above 100; and, for intervals, operands that
/// leave every number possible.
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
/// A number that is missing (`NaN`), negative, or infinite; a share of zero, or above 100; and, for intervals, operands that leave every
/// number possible.
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
/// The form of the World Bank's *World Development Indicators* for subscriptions (per 100 people) and secure Internet servers
/// (per 1 million people).
///
/// Domain: count not below zero, population and `n` above zero. The count need not be part of the population, so that the
/// rate may exceed `n`: there are more mobile subscriptions than people in many countries.
///
/// # Errors
/// A number that is missing (`NaN`), negative, or infinite; a population or an `n` of zero; and, for intervals, operands that leave every
/// rate possible.
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
pub fn per_hundred<F: Figure>(count: F, population: F) -> Result<F, Refusal> {
    rate_per(100, count, population)
}

/// A count for every 1,000,000 of a population. See [`rate_per`].
pub fn per_million<F: Figure>(count: F, population: F) -> Result<F, Refusal> {
    rate_per(1_000_000, count, population)
}

/// Users as part of a population.
fn part<F: Figure>(users: F, population: F) -> Result<(F, F), Refusal> {
    let (users, population) = (users.not_negative(USERS)?, population.positive(POPULATION)?);
    if population.certainly_below(users) {
        let (part, whole) = (users.operand(), population.operand());
        return Err(Refusal::AboveWhole { what: USERS, part, whole });
    }
    Ok((users, population))
}
