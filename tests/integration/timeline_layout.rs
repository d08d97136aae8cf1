//! What holds for every layout, of any items at any zoom and place.

use crate::timeline_items::{any_items, any_scale, crowded_items, crowded_scale, item, items_on, spread};
use factline::timeline::{
    CLUSTER_PX, Extent, Index, Item, Layout, MARK_PX, MAX_PX_PER_DAY, Options, Packing, PlacedMark, Scale, Shape,
    layout,
};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use proptest::test_runner::{RngAlgorithm, RngSeed};

/// How an item is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Shown {
    Mark(usize),
    Cluster(usize),
    Bin(usize),
    Shelf,
}

/// How each item is shown; panics if any is shown twice.
fn shown(index: &Index, layout: &Layout) -> Vec<Option<Shown>> {
    let mut shown = vec![None; index.items().len()];
    let mut show = |item: u32, how: Shown| {
        let before = shown[item as usize].replace(how);
        assert_eq!(before, None, "item {item} is also shown as {how:?}");
    };
    layout.marks.iter().enumerate().for_each(|(at, mark)| show(mark.item, Shown::Mark(at)));
    for (at, cluster) in layout.clusters.iter().enumerate() {
        let items = index.items_of(&cluster.runs);
        assert_eq!(items.len(), cluster.n_items as usize);
        items.into_iter().for_each(|item| show(item, Shown::Cluster(at)));
    }
    for (at, bin) in layout.bins.iter().enumerate() {
        let items = index.items_of(&bin.runs);
        assert_eq!(items.len(), bin.n_items as usize);
        items.into_iter().for_each(|item| show(item, Shown::Bin(at)));
    }
    let shelf = index.items_on(&layout.shelf);
    assert_eq!(shelf.len(), layout.shelf.n_items as usize);
    shelf.into_iter().for_each(|item| show(item, Shown::Shelf));
    shown
}

fn touches(item: &Item, scale: &Scale) -> bool {
    let (start, end) = item.extent.body();
    start < scale.end_day && end > scale.start_day
}

#[track_caller]
fn check_partition(index: &Index, scale: &Scale, layout: &Layout) {
    let shown = shown(index, layout);
    for (at, (item, shown)) in index.items().iter().zip(&shown).enumerate() {
        match shown {
            None => assert!(!touches(item, scale), "item {at} is not shown: {item:?}"),
            Some(Shown::Mark(_) | Shown::Shelf) => assert!(touches(item, scale), "item {at} is shown but outside"),
            Some(Shown::Cluster(_) | Shown::Bin(_)) => {}
        }
    }
    let n_in_window = index.items().iter().filter(|item| touches(item, scale)).count();
    assert_eq!(layout.tracks.iter().map(|track| track.n_in_window as usize).sum::<usize>(), n_in_window);
    assert_eq!((layout.n_before + layout.n_after) as usize, index.items().len() - n_in_window);
}

/// A box on the drawing: left, right, top, bottom, and what it is.
type Drawn = (f64, f64, f64, f64, String);

/// All that is drawn when the layout is stretched: days scale, glyphs and labels keep their px.
fn drawn(layout: &Layout, stretch: f64) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for mark in &layout.marks {
        let (x_px, width_px) = (mark.x_px * stretch, mark.width_px * stretch);
        let overhang_px = ((MARK_PX - width_px) / 2.0).max(0.0);
        let (mut left, mut right) = (x_px - overhang_px, x_px + width_px + overhang_px);
        if let Some(label) = mark.label {
            let label_left = label.anchor_px * stretch + label.offset_px;
            let label_right = label_left + label.width_px;
            let is_clear = label_left >= right || label_right <= left;
            assert_eq!(is_clear, !label.is_inside, "{mark:?} stretched by {stretch}");
            (left, right) = (left.min(label_left), right.max(label_right));
        }
        let bottom = mark.top_px + mark.height_px;
        drawn.push((left, right, mark.top_px, bottom, format!("item {}", mark.item)));
    }
    for cluster in &layout.clusters {
        let left = cluster.x_px * stretch;
        drawn.push((left, left + CLUSTER_PX, cluster.top_px, cluster.top_px + 24.0, format!("{cluster:?}")));
    }
    for bin in &layout.bins {
        let (left, right) = (bin.x_px * stretch, (bin.x_px + bin.width_px) * stretch);
        drawn.push((left, right, bin.top_px, bin.top_px + bin.height_px, format!("{bin:?}")));
    }
    drawn
}

#[track_caller]
pub fn check_no_overlap(layout: &Layout, stretch: f64) {
    let mut drawn = drawn(layout, stretch);
    drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (at, a) in drawn.iter().enumerate() {
        // Far away in time, the last bits of a day are worth a thousandth of a px.
        for b in drawn[at + 1..].iter().take_while(|b| b.0 < a.1 - 0.01) {
            assert!(a.3 <= b.2 || b.3 <= a.2, "overlap at {stretch}:\n{a:?}\n{b:?}");
        }
        assert!(a.3 <= layout.height_px, "{a:?} is below the drawing");
    }
}

#[track_caller]
fn check(items: &[Item], scale: &Scale, options: &Options) -> Layout {
    let index = Index::new(items.to_vec());
    let layout = layout(&index, scale, options);
    check_partition(&index, scale, &layout);
    for stretch in [1.0, 1.07, 1.37, 1.7, 2.0] {
        check_no_overlap(&layout, stretch);
    }
    for label in layout.marks.iter().filter_map(|mark| mark.label) {
        assert!(label.x_px() >= 0.0 && label.x_px() + label.width_px <= scale.width_px, "{label:?} leaves the window");
    }
    for pair in layout.tracks.windows(2) {
        assert!(pair[0].track < pair[1].track && pair[0].top_px + pair[0].height_px <= pair[1].top_px);
    }
    layout
}

/// What must be the same in two windows of one zoom.
#[track_caller]
fn check_pan(items: &[Item], scale: &Scale, dx_px: f64, options: &Options) {
    let index = Index::new(items.to_vec());
    let (here, there) = (layout(&index, scale, options), layout(&index, &scale.pan_px(dx_px), options));
    let (shown_here, shown_there) = (shown(&index, &here), shown(&index, &there));
    for (at, pair) in shown_here.iter().zip(&shown_there).enumerate() {
        match pair {
            (Some(Shown::Mark(a)), Some(Shown::Mark(b))) => {
                let (a, b) = (&here.marks[*a], &there.marks[*b]);
                assert_eq!(a.lane, b.lane, "item {at} changed its lane");
                if is_clear_of_edges(a, scale) && is_clear_of_edges(b, scale) {
                    assert_eq!(a.label.is_some(), b.label.is_some(), "item {at} changed its label");
                }
            }
            (Some(Shown::Cluster(a)), Some(Shown::Cluster(b))) => {
                let (a, b) = (&here.clusters[*a], &there.clusters[*b]);
                assert_eq!((a.n_items, a.first_day, a.same_moment), (b.n_items, b.first_day, b.same_moment));
            }
            (Some(Shown::Bin(a)), Some(Shown::Bin(b))) => assert_eq!(here.bins[*a].n_items, there.bins[*b].n_items),
            (None, _) | (_, None) | (Some(Shown::Shelf), Some(Shown::Shelf)) => {}
            pair => panic!("item {at} changed its form: {pair:?}"),
        }
    }
}

/// Far enough from both edges for its label to stand where it was planned.
fn is_clear_of_edges(mark: &PlacedMark, scale: &Scale) -> bool {
    mark.x_px >= 260.0 && mark.x_px + mark.width_px <= scale.width_px - 260.0
}

/// Zooms in on an item until it is told apart, as a reader would.
#[track_caller]
fn check_reachable(items: &[Item], at: usize, width_px: f64) {
    let index = Index::new(items.to_vec());
    let (start, end) = items[at].extent.body();
    let mut n_days = 20_000.0 * 366.0;
    loop {
        let middle = f64::midpoint(start, end.min(start + 1.0 / 1440.0));
        let scale = Scale::new(middle - n_days / 2.0, middle + n_days / 2.0, width_px);
        let layout = layout(&index, &scale, &Options::default());
        match shown(&index, &layout)[at] {
            Some(Shown::Mark(_) | Shown::Shelf) => return,
            Some(Shown::Cluster(cluster)) if layout.clusters[cluster].same_moment => return,
            Some(_) => {}
            None => panic!("item {at} is not in the window around it"),
        }
        assert!(scale.px_per_day() < MAX_PX_PER_DAY, "item {at} is not reachable: {:?}", items[at]);
        n_days = (n_days / 1.5).max(width_px / (MAX_PX_PER_DAY * 1.000_001));
    }
}

pub fn config() -> ProptestConfig {
    // The same cases on every machine and in every run.
    ProptestConfig {
        cases: 200,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(20_220_105),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_overlaps_and_each_item_in_the_window_is_shown_once(
        items in any_items(), scale in any_scale(), max_lanes in 1_u16..12
    ) {
        check(&items, &scale, &Options { max_lanes, ..Options::default() });
    }

    #[test]
    fn a_pan_moves_no_item_to_another_lane_cluster_or_form(
        items in any_items(), scale in any_scale(), dx_px in -900.0..900.0_f64, max_lanes in 1_u16..12
    ) {
        check_pan(&items, &scale, dx_px, &Options { max_lanes, ..Options::default() });
    }

    #[test]
    fn where_lanes_run_short_nothing_overlaps_either(
        items in crowded_items(), scale in crowded_scale(), max_lanes in 1_u16..9
    ) {
        check(&items, &scale, &Options { max_lanes, ..Options::default() });
    }

    #[test]
    fn where_lanes_run_short_a_pan_changes_nothing_either(
        items in crowded_items(), scale in crowded_scale(), dx_px in -690.0..690.0_f64, max_lanes in 1_u16..9
    ) {
        check_pan(&items, &scale, dx_px, &Options { max_lanes, ..Options::default() });
    }

    #[test]
    fn a_packing_that_holds_gives_the_layout_of_a_new_one(
        items in crowded_items(), scale in crowded_scale(), dx_px in -690.0..690.0_f64
    ) {
        let (index, options) = (Index::new(items), Options::default());
        let (packing, there) = (Packing::around(&index, &scale, &options), scale.pan_px(dx_px));
        assert!(packing.holds_for(&index, &scale, &options));
        if packing.holds_for(&index, &there, &options) {
            let kept = packing.layout(&index, &there, &options);
            let new = layout(&index, &there, &options);
            prop_assert_eq!(kept, Layout { n_touched: packing.layout(&index, &scale, &options).n_touched, ..new });
        }
    }

    #[test]
    fn every_item_is_reached_at_some_zoom(items in any_items(), at in 0_usize..1_000) {
        if !items.is_empty() {
            check_reachable(&items, at % items.len(), 700.0);
        }
    }

    #[test]
    fn two_looks_at_one_window_are_the_same(items in any_items(), scale in any_scale()) {
        let look = || layout(&Index::new(items.clone()), &scale, &Options::default());
        prop_assert_eq!(look(), look());
    }

    #[test]
    fn x_to_day_to_x_is_within_half_a_pixel(scale in any_scale(), x_px in -2_000.0..4_000.0_f64) {
        let there_and_back = scale.x_from_day(scale.day_from_x(x_px));
        assert!((there_and_back - x_px).abs() < 0.5);
    }
}

#[test]
fn no_items_give_an_empty_layout() {
    let layout = check(&[], &Scale::new(0.0, 12.0, 700.0), &Options::default());
    assert_eq!((layout.height_px, layout.n_touched), (0.0, 0));
}

#[test]
fn one_item_has_its_label_on_the_first_lane() {
    let items = [item(Shape::Moment, 6.5, 1, "Almaty airport seized, reported at 22:52")];
    let layout = check(&items, &Scale::new(0.0, 12.0, 700.0), &Options::default());
    assert_eq!(layout.marks.len(), 1);
    assert_eq!(layout.marks[0].lane, 0);
    assert!(layout.marks[0].label.is_some_and(|label| !label.is_inside && label.n_lines == 2));
}

#[test]
fn a_label_near_the_right_edge_stands_to_the_left() {
    let items = [item(Shape::Moment, 11.5, 1, "Almaty airport seized")];
    let layout = check(&items, &Scale::new(0.0, 12.0, 700.0), &Options::default());
    assert!(layout.marks[0].label.is_some_and(|label| label.x_px() + label.width_px < layout.marks[0].x_px));
}

#[test]
fn when_room_is_short_the_weightiest_labels_stay() {
    let items: Vec<Item> =
        (0..8_u8).map(|at| item(Shape::Day, 5.0 + f64::from(at % 2), 1 + at % 3, "Something happened")).collect();
    let options = Options { max_lanes: 6, ..Options::default() };
    let layout = check(&items, &Scale::new(0.0, 12.0, 700.0), &options);
    let labelled = |weight: u8| {
        let of_weight = |mark: &&PlacedMark| items[mark.item as usize].weight == weight;
        layout.marks.iter().filter(of_weight).filter(|mark| mark.label.is_some()).count()
    };
    assert_eq!(layout.marks.len(), 8);
    assert!(labelled(1) >= labelled(2) && labelled(2) >= labelled(3) && labelled(1) > labelled(3));
}

#[test]
fn months_years_and_long_ranges_stand_on_the_shelf_at_day_scale() {
    let extents = [
        Extent::new(Shape::Month, 0.0, 31.0),
        Extent::new(Shape::Year, -100.0, 265.0),
        Extent::new(Shape::Range, -400.0, 400.0),
        Extent::new(Shape::Range, 3.0, 8.0),
        Extent::new(Shape::Tally, 0.0, 9.0),
    ];
    let items: Vec<Item> =
        extents.iter().map(|extent| Item { extent: *extent, label: "x".into(), weight: 1, track: 0 }).collect();
    let index = Index::new(items.clone());
    let days = check(&items, &Scale::new(0.0, 12.0, 700.0), &Options::default());
    assert_eq!(index.items_on(&days.shelf), [2, 1, 0]);
    let years = check(&items, &Scale::new(-1_000.0, 1_000.0, 700.0), &Options::default());
    assert_eq!(years.shelf.n_items, 0);
}

#[test]
fn the_mark_of_a_tally_is_on_its_last_day_and_its_tail_runs_through_nothing() {
    let tally = |start, end| Item {
        extent: Extent::new(Shape::Tally, start, end),
        label: "Detained so far".into(),
        weight: 1,
        track: 0,
    };
    let items = [tally(0.0, 4.0), tally(0.0, 9.0)];
    let scale = Scale::new(0.0, 12.0, 700.0);
    let layout = check(&items, &scale, &Options { max_lanes: 1, ..Options::default() });
    let (first, second) = (&layout.marks[0], &layout.marks[1]);
    assert_eq!((first.x_px, first.tail_x_px), (scale.x_from_day(3.0), Some(0.0)));
    let label = first.label.unwrap();
    assert!(second.tail_x_px.is_some_and(|x_px| x_px >= label.x_px() + label.width_px));
}

#[test]
fn five_thousand_on_one_minute_are_one_list_at_every_zoom() {
    let items = items_on(5_000, 18_997.25, 0.0);
    for n_days in [1.0 / 144.0, 0.2, 1.0, 12.0, 365.0, 7_300_000.0] {
        let scale = Scale::new(18_997.25 - n_days / 3.0, 18_997.25 + n_days, 700.0);
        let layout = check(&items, &scale, &Options::default());
        assert_eq!(layout.clusters.iter().map(|cluster| cluster.n_items).sum::<u32>(), 5_000);
        assert!(layout.clusters.iter().all(|cluster| cluster.same_moment));
    }
}

#[test]
fn all_on_one_day_open_up_by_zooming_in() {
    let items = items_on(2_000, 18_997.0, 1.0 / 2_000.0);
    let far = check(&items, &Scale::new(18_990.0, 19_002.0, 700.0), &Options::default());
    assert!(far.marks.is_empty() && !far.clusters.is_empty());
    let near = check(&items, &Scale::new(18_997.5, 18_997.51, 700.0), &Options::default());
    assert!(near.clusters.is_empty() && near.marks.len() >= 20);
}

#[test]
fn very_dense_stretches_are_profiles_with_all_items_in_them() {
    let items = spread(100_000, 0.0, 3_652.0);
    let layout = check(&items, &Scale::new(-100.0, 3_752.0, 700.0), &Options::default());
    assert!(layout.marks.is_empty() && layout.clusters.len() < 20 && layout.bins.len() > 60);
}

#[test]
fn a_collapsed_track_shows_how_much_lies_where() {
    let items = items_on(50, 5.0, 0.1);
    let options = Options { collapsed: vec![0], ..Options::default() };
    let layout = check(&items, &Scale::new(0.0, 12.0, 700.0), &options);
    assert!(layout.marks.is_empty() && layout.clusters.is_empty());
    assert_eq!(layout.bins.iter().map(|bin| bin.n_items).sum::<u32>(), 50);
}

#[test]
fn a_packing_holds_for_a_pan_and_not_for_a_zoom_or_other_options() {
    let index = Index::new(spread(1_000, 0.0, 1_000.0));
    let (scale, options) = (Scale::new(500.0, 512.0, 700.0), Options::default());
    let packing = Packing::around(&index, &scale, &options);
    assert!(packing.holds_for(&index, &scale.pan_px(20.0), &options));
    assert!(!packing.holds_for(&index, &scale.pan_px(5_000.0), &options));
    assert!(!packing.holds_for(&index, &scale.zoom_at(0.0, 2.0), &options));
    assert!(!packing.holds_for(&index, &scale, &Options { max_lanes: 3, ..options }));
}

#[test]
fn work_depends_on_what_is_in_sight_and_not_on_the_number_of_items() {
    // The same density, and a hundred times as many.
    let n_touched = |n_items: usize| {
        let index = Index::new(spread(n_items, 0.0, n_items as f64));
        let middle = n_items as f64 / 2.0;
        let scale = Scale::new(middle, middle + 12.0, 700.0);
        (0..20).map(|step| layout(&index, &scale.pan_px(f64::from(step) * 60.0), &Options::default()).n_touched).max()
    };
    let (few, many) = (n_touched(1_000).unwrap(), n_touched(100_000).unwrap());
    assert!(many <= few * 3 / 2 + 20, "{few} touched of 1,000 and {many} of 100,000");
    assert!(many < 1_000, "{many} touched for a dozen on screen");
}
