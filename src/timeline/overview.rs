//! The whole period as counts, for the overview strip.
//!
//! It counts where items begin, and knows nothing of the strip's height or of the window on it.

use super::{Domain, Index};

/// How many items begin in each of `n_bins` equal parts of the domain.
///
/// Months, years and other units of the calendar that are longer than a part are left out: they would all be counted
/// on the first of January, where nothing of the kind may have happened. Work grows with the number of bins.
pub fn profile(index: &Index, domain: &Domain, n_bins: usize) -> Vec<u16> {
    let bin_days = domain.n_days() / n_bins.max(1) as f64;
    let classes = index.tracks().iter().flat_map(|track| &track.classes);
    let mut counts = vec![0_u16; n_bins];
    for class in classes.filter(|class| !class.length.is_coarse || class.length.typical_days() <= bin_days) {
        let mut rest = index.skip(class.run, |day| day < domain.start_day);
        for (bin, count) in counts.iter_mut().enumerate() {
            // The last bin holds the end of the domain too.
            let is_last = bin + 1 == n_bins;
            let end_day = if is_last { domain.end_day } else { domain.start_day + (bin + 1) as f64 * bin_days };
            let after = index.skip(rest, |day| day < end_day || (is_last && day == end_day));
            *count = count.saturating_add(u16::try_from(after.from - rest.from).unwrap_or(u16::MAX));
            rest = after;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::profile;
    use crate::timeline::{Domain, Extent, Index, Item, Shape};

    fn index(extents: &[Extent]) -> Index {
        let items = extents.iter().map(|extent| Item { extent: *extent, label: "".into(), weight: 1, track: 0 });
        Index::new(items.collect())
    }

    #[test]
    fn no_items_and_no_bins_are_no_counts() {
        let domain = Domain { start_day: 0.0, end_day: 10.0 };
        assert_eq!(profile(&index(&[]), &domain, 3), [0, 0, 0]);
        assert!(profile(&index(&[Extent::new(Shape::Day, 1.0, 2.0)]), &domain, 0).is_empty());
    }

    #[test]
    fn each_item_is_counted_once_where_it_begins() {
        let days = [0.0, 0.5, 4.0, 9.0, 10.0];
        let extents: Vec<Extent> = days.iter().map(|day| Extent::new(Shape::Range, *day, day + 7.0)).collect();
        assert_eq!(profile(&index(&extents), &Domain { start_day: 0.0, end_day: 10.0 }, 5), [2, 0, 1, 0, 2]);
    }

    #[test]
    fn a_year_makes_no_peak_on_its_first_day() {
        let index = index(&[Extent::new(Shape::Year, 0.0, 365.0), Extent::new(Shape::Day, 10.0, 11.0)]);
        assert_eq!(profile(&index, &Domain { start_day: 0.0, end_day: 400.0 }, 4), [1, 0, 0, 0]);
        assert_eq!(profile(&index, &Domain { start_day: 0.0, end_day: 4_000.0 }, 4), [2, 0, 0, 0]);
    }

    #[test]
    fn more_than_a_count_holds_is_the_most_it_holds() {
        let many = index(&vec![Extent::new(Shape::Moment, 1.0, 1.0); 70_000]);
        assert_eq!(profile(&many, &Domain { start_day: 0.0, end_day: 2.0 }, 1), [u16::MAX]);
    }
}
