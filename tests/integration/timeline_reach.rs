//! What is laid out beyond the window for a hand that moves it, and what a search leaves of an index.

use crate::timeline_items::{any_items, any_scale, crowded_items, crowded_scale};
use crate::timeline_layout::{check_no_overlap, config};
use factline::timeline::{Index, Item, Layout, Options, Scale, Zone, layout};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

const REACH: f64 = 0.5;

fn reaching() -> Options {
    Options { reach: REACH, max_lanes: 6, ..Options::default() }
}

/// What is seen of a layout does not depend on how far it reaches, but for the heights.
fn check_reach(items: &[Item], scale: &Scale) {
    let index = Index::new(items.to_vec());
    let wide = layout(&index, scale, &reaching());
    for stretch in [1.0, 1.37, 2.0] {
        check_no_overlap(&wide, stretch);
    }
    let seen = wide.clone().in_window();
    let narrow = layout(&index, scale, &Options { reach: 0.0, ..reaching() });
    let lanes = |layout: &Layout| layout.marks.iter().map(|mark| (mark.item, mark.lane)).collect::<Vec<_>>();
    assert_eq!(lanes(&seen), lanes(&narrow));
    let counts = |layout: &Layout| layout.clusters.iter().map(|cluster| cluster.n_items).collect::<Vec<_>>();
    assert_eq!(counts(&seen), counts(&narrow));
    let bins = |layout: &Layout| layout.bins.iter().map(|bin| bin.n_items).collect::<Vec<_>>();
    assert_eq!(bins(&seen), bins(&narrow));
    assert_eq!((wide.n_before, wide.n_after, &wide.shelf), (narrow.n_before, narrow.n_after, &narrow.shelf));

    let n_days = scale.end_day - scale.start_day;
    for mark in wide.marks.iter().filter(|mark| mark.zone == Zone::Beyond) {
        let (start, end) = items[mark.item as usize].extent.body();
        assert!(start >= scale.end_day || end <= scale.start_day, "{mark:?} is in the window");
        let is_near = start < scale.end_day + REACH * n_days && end > scale.start_day - REACH * n_days;
        assert!(is_near, "{mark:?} is out of reach");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_lies_beyond_changes_nothing_in_the_window(items in any_items(), scale in any_scale()) {
        check_reach(&items, &scale);
    }

    #[test]
    fn where_lanes_run_short_neither(items in crowded_items(), scale in crowded_scale()) {
        check_reach(&items, &scale);
    }

    /// The same items have the same lanes whether the others were left out before or after sorting.
    #[test]
    fn what_a_search_leaves_is_laid_out_as_if_there_were_nothing_else(
        items in crowded_items(), scale in crowded_scale(), seed in any::<u64>()
    ) {
        let is_kept = |at: u32| (seed >> (at % 64)) & 1 == 1;
        let kept: Vec<u32> = (0..items.len() as u32).filter(|at| is_kept(*at)).collect();
        let alone = Index::new(kept.iter().map(|at| items[*at as usize].clone()).collect());
        let some = Index::new(items).of_some(&is_kept);
        let (of_some, of_alone) = (layout(&some, &scale, &reaching()), layout(&alone, &scale, &reaching()));
        prop_assert_eq!(of_some.marks.len(), of_alone.marks.len());
        for (a, b) in of_some.marks.iter().zip(&of_alone.marks) {
            prop_assert_eq!(a.item, kept[b.item as usize]);
            prop_assert!(a.lane == b.lane && a.x_px == b.x_px && a.label == b.label);
        }
        prop_assert_eq!((of_some.n_before, of_some.n_after), (of_alone.n_before, of_alone.n_after));
    }
}
