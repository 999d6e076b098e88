//! Which release of its data a number comes from.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::id::Id;
use crate::licence::Licence;
use crate::record::record;
use crate::source::Source;
use crate::time::PartialDate;

record! {
    /// One release of a dataset: what its publisher said on one day.
    ///
    /// The same cell differs between releases: Iraq's share of Internet users in 2015 was 17.22 percent in the World Bank's
    /// release of May 2018, and 58 in that of March 2020. A number without its vintage can't be checked.
    ///
    /// ```
    /// use netpolity::metric::Vintage;
    ///
    /// let mut vintage = Vintage::new();
    /// vintage.dataset = Some("World Development Indicators".to_owned());
    /// vintage.published = Some("2018-05-02".parse()?);
    /// assert_eq!(vintage.date(), vintage.published);
    /// # Ok::<(), netpolity::time::DateError>(())
    /// ```
    #[derive(Default)]
    pub struct Vintage {
        required {}
        optional {
            /// The dataset, as its publisher calls it.
            dataset: Option<String>,
            /// The publisher's own number of the release.
            version: Option<String>,
            /// When it was published, or last updated.
            published: Option<PartialDate>,
            /// When it was downloaded.
            retrieved: Option<PartialDate>,
            /// The source record.
            source: Option<Id<Source>>,
            /// The licence of the data, such as `CC BY 4.0`.
            licence: Option<Licence>,
        }
    }
}

impl Vintage {
    /// The day by which vintages are ordered: when it was published or, where that is not known, retrieved.
    pub fn date(&self) -> Option<PartialDate> {
        self.published.or(self.retrieved)
    }

    /// Whether everybody could have had it on a day: its date, as far as it is known, is not after it.
    ///
    /// `false` for a vintage without a date.
    pub fn is_out_on(&self, day: NaiveDate) -> bool {
        self.date().is_some_and(|date| date.latest() <= day)
    }

    /// Older or newer: by [`date`](Self::date), then by the day of download. A vintage without a date is older than any other.
    pub fn compare(&self, other: &Self) -> Ordering {
        let day = |date: Option<PartialDate>| date.map(PartialDate::latest);
        let key = |vintage: &Self| (day(vintage.date()), day(vintage.retrieved));
        key(self).cmp(&key(other))
    }
}
