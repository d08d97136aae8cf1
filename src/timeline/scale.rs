//! Days to px and back.
//!
//! A scale knows its window and its width, and nothing of what is drawn on it. The plain maps and movements are
//! exact, for windows that come from a link; those that end in `_within` are clamped, for hands.

use super::Item;

/// The finest zoom: a minute is a little wider than a cluster's cell, so that no two minutes share a cluster.
pub const MAX_PX_PER_DAY: f64 = 48.0 * 1440.0;

/// The part of the period that is left empty on each side when all of it is shown.
const PADDING: f64 = 0.04;

/// The shortest whole period in days, padding included: one moment alone still gets a day to stand in.
const MIN_DOMAIN_DAYS: f64 = 1.0;

/// A window of days drawn over a width.
///
/// ```text
/// start_day                     end_day
///     ├────────────────────────────┤
///     0                        width_px
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The day at the left edge, in days since 1970-01-01.
    pub start_day: f64,
    /// The day at the right edge.
    pub end_day: f64,
    /// The width of the drawing.
    pub width_px: f64,
}

/// The whole period that hands can reach, with a little room on both sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    /// The first day in reach.
    pub start_day: f64,
    /// The last.
    pub end_day: f64,
}

impl Scale {
    /// The window over a width. A window of no length is given a minute, a width of less than one px is one.
    pub fn new(start_day: f64, end_day: f64, width_px: f64) -> Self {
        let shortest = 1.0 / 1440.0;
        let end_day = if end_day - start_day >= shortest { end_day } else { start_day + shortest };
        Self { start_day, end_day, width_px: width_px.max(1.0) }
    }

    /// The length of the window in days.
    pub fn n_days(&self) -> f64 {
        self.end_day - self.start_day
    }

    /// The width of a day.
    pub fn px_per_day(&self) -> f64 {
        self.width_px / self.n_days()
    }

    /// Where a day stands.
    pub fn x_from_day(&self, day: f64) -> f64 {
        (day - self.start_day) / self.n_days() * self.width_px
    }

    /// The day that stands there.
    pub fn day_from_x(&self, x_px: f64) -> f64 {
        self.start_day + x_px / self.width_px * self.n_days()
    }

    /// The same window over another width.
    pub fn with_width_px(&self, width_px: f64) -> Self {
        Self::new(self.start_day, self.end_day, width_px)
    }

    /// The window so many px further right: what stood at `dx_px` now stands at 0.
    pub fn pan_px(&self, dx_px: f64) -> Self {
        let shift = dx_px / self.px_per_day();
        Self { start_day: self.start_day + shift, end_day: self.end_day + shift, ..*self }
    }

    /// The window `factor` times closer; the day at `x_px` stays there.
    pub fn zoom_at(&self, x_px: f64, factor: f64) -> Self {
        let day = self.day_from_x(x_px);
        let n_days = self.n_days() / factor;
        let start_day = day - x_px / self.width_px * n_days;
        Self { start_day, end_day: start_day + n_days, ..*self }
    }

    /// [`Self::pan_px`] that stops at the ends of the domain.
    pub fn pan_within(&self, dx_px: f64, domain: &Domain) -> Self {
        self.pan_px(dx_px).clamped(domain)
    }

    /// [`Self::zoom_at`] that stops at the finest zoom and at the whole domain.
    ///
    /// The day under the pointer stays, unless the end of the domain would come into the window.
    pub fn zoom_within(&self, x_px: f64, factor: f64, domain: &Domain) -> Self {
        let finest = MAX_PX_PER_DAY / self.px_per_day();
        let coarsest = self.n_days() / domain.n_days();
        // A window from a link may already lie beyond a limit: a hand then cannot push it further.
        let factor = factor.min(finest.max(1.0)).max(coarsest.min(1.0));
        self.zoom_at(x_px, factor).clamped(domain)
    }

    /// The nearest window inside the domain and between the zoom limits.
    pub fn clamped(&self, domain: &Domain) -> Self {
        let shortest = self.width_px / MAX_PX_PER_DAY;
        let n_days = self.n_days().min(domain.n_days()).max(shortest);
        let middle = (self.start_day + self.end_day) / 2.0;
        let start_day = if n_days == self.n_days() { self.start_day } else { middle - n_days / 2.0 };
        let start_day = start_day.min(domain.end_day - n_days).max(domain.start_day);
        Self { start_day, end_day: start_day + n_days, ..*self }
    }
}

impl Domain {
    /// From the first start to the last end of some items, padded; `None` without items.
    pub fn around<'a>(items: impl IntoIterator<Item = &'a Item>) -> Option<Self> {
        let days = items.into_iter().map(|item| (item.extent.start_day, item.extent.end_day));
        let (start_day, end_day) = days.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))?;
        let n_days = (end_day - start_day) * (1.0 + 2.0 * PADDING);
        let half = n_days.max(MIN_DOMAIN_DAYS) / 2.0;
        let middle = (start_day + end_day) / 2.0;
        Some(Self { start_day: middle - half, end_day: middle + half })
    }

    /// The length of the period in days.
    pub fn n_days(&self) -> f64 {
        self.end_day - self.start_day
    }

    /// The scale that shows all of it.
    pub fn scale(&self, width_px: f64) -> Scale {
        Scale::new(self.start_day, self.end_day, width_px)
    }
}

#[cfg(test)]
mod tests {
    use super::{Domain, MAX_PX_PER_DAY, Scale};
    use crate::timeline::{Extent, Item, Shape};

    fn item(start_day: f64, end_day: f64) -> Item {
        Item { extent: Extent::new(Shape::Range, start_day, end_day), label: "".into(), weight: 1, track: 0 }
    }

    #[track_caller]
    fn check_near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-6, "{a} is not {b}");
    }

    #[test]
    fn no_items_have_no_domain_and_one_moment_has_a_day() {
        assert_eq!(Domain::around(&[]), None);
        let domain = Domain::around(&[item(10.5, 10.5)]);
        assert_eq!(domain, Some(Domain { start_day: 10.0, end_day: 11.0 }));
    }

    #[test]
    fn a_window_of_no_length_and_no_width_still_maps() {
        let scale = Scale::new(5.0, 5.0, 0.0);
        check_near(scale.x_from_day(5.0), 0.0);
        assert!(scale.px_per_day().is_finite());
    }

    #[test]
    fn days_and_px_map_both_ways() {
        let scale = Scale::new(100.0, 112.0, 600.0);
        for x_px in [-50.0, 0.0, 1.0, 300.0, 600.0] {
            check_near(scale.x_from_day(scale.day_from_x(x_px)), x_px);
        }
        check_near(scale.x_from_day(106.0), 300.0);
        check_near(scale.px_per_day(), 50.0);
    }

    #[test]
    fn a_zoom_keeps_the_day_under_the_pointer() {
        let scale = Scale::new(100.0, 112.0, 600.0);
        let closer = scale.zoom_at(150.0, 4.0);
        check_near(closer.n_days(), 3.0);
        check_near(closer.day_from_x(150.0), scale.day_from_x(150.0));
    }

    #[test]
    fn hands_stop_at_the_ends_and_links_do_not() {
        let domain = Domain { start_day: 0.0, end_day: 100.0 };
        let scale = Scale::new(90.0, 100.0, 500.0);
        assert_eq!(scale.pan_within(50.0, &domain), scale);
        check_near(scale.pan_px(50.0).start_day, 91.0);
        let whole = scale.zoom_within(0.0, 0.0001, &domain);
        assert_eq!((whole.start_day, whole.end_day), (0.0, 100.0));
        let finest = scale.zoom_within(0.0, 1e9, &domain);
        assert!((finest.px_per_day() / MAX_PX_PER_DAY - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_window_from_a_link_beyond_the_domain_comes_back_when_touched() {
        let domain = Domain { start_day: 0.0, end_day: 10.0 };
        let outside = Scale::new(-20.0, 40.0, 600.0);
        assert_eq!(outside.clamped(&domain), domain.scale(600.0));
    }
}
