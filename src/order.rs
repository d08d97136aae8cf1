//! Sorting, compiled once for everything that the page sorts; and ranges.
//!
//! The standard library's sorts are compiled anew for every type and every rule, some 3 kB each; here a rule is called
//! through a pointer, and what is moved while sorting are places, whatever stands at them (`docs/design.md` has the
//! measurement). Every sort is stable. It knows nothing of what it sorts.

use core::cmp::Ordering;

/// A rule by which the first of two numbers comes before, beside or after the second.
pub type Rule<'a> = &'a mut dyn FnMut(u32, u32) -> Ordering;

/// Sorts numbers by a rule.
///
/// Merges stretches of 1, 2, 4, … numbers; two that are in order already cost one comparison.
pub fn sort_numbers(numbers: &mut Vec<u32>, rule: Rule<'_>) {
    let n = numbers.len();
    let mut merged: Vec<u32> = Vec::with_capacity(n);
    let mut width = 1;
    while width < n {
        for start in (0..n).step_by(2 * width) {
            merge(&numbers[start..n.min(start + 2 * width)], width, &mut merged, rule);
        }
        core::mem::swap(numbers, &mut merged);
        merged.clear();
        width *= 2;
    }
}

/// Puts both halves of a stretch behind `merged`, as one. The second half may be short or missing.
fn merge(halves: &[u32], width: usize, merged: &mut Vec<u32>, rule: Rule<'_>) {
    let (mut left, mut right) = halves.split_at(width.min(halves.len()));
    let is_in_order = match (left.last(), right.first()) {
        (Some(last), Some(first)) => rule(*last, *first) != Ordering::Greater,
        _ => true,
    };
    while let (Some(l), Some(r), false) = (left.first(), right.first(), is_in_order) {
        if rule(*l, *r) == Ordering::Greater {
            merged.push(*r);
            right = &right[1..];
        } else {
            merged.push(*l);
            left = &left[1..];
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// The places `0..n` in the order of a rule over them.
pub fn sorted_places(n: usize, rule: Rule<'_>) -> Vec<u32> {
    let mut places: Vec<u32> = (0..n as u32).collect();
    sort_numbers(&mut places, rule);
    places
}

/// Sorts any list of fewer than 2³² things by a rule over them.
pub fn sort_by<T>(list: &mut [T], mut rule: impl FnMut(&T, &T) -> Ordering) {
    let mut places = sorted_places(list.len(), &mut |a, b| rule(&list[a as usize], &list[b as usize]));
    arrange(&mut places, &mut |a, b| list.swap(a, b));
}

/// Sorts any list by what each thing in it has.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// The number, or the end of a range that it lies beyond. As `clamp`, which can panic with two numbers in its message:
/// that takes 5 kB of the page.
pub fn within(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}

/// Brings every thing to its place, given for each place where its thing stands; undoes `places` on the way.
fn arrange(places: &mut [u32], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let next = places[at] as usize;
            places[at] = at as u32;
            if next == start {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key, sort_numbers, sorted_places};
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn nothing_and_one_thing_are_sorted() {
        for n in [0, 1] {
            assert_eq!(sorted_places(n, &mut |a, b| b.cmp(&a)), (0..n as u32).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_in_order_is_compared_once_each() {
        let mut n_compared = 0;
        let mut numbers: Vec<u32> = (0..1000).collect();
        sort_numbers(&mut numbers, &mut |a, b| {
            n_compared += 1;
            a.cmp(&b)
        });
        assert_eq!(n_compared, 999);
    }

    proptest! {
        #[test]
        fn things_are_sorted_as_the_standard_library_sorts_them(list in proptest::collection::vec((0_u8..20, any::<u8>()), 0..200)) {
            let mut expected = list.clone();
            expected.sort_by_key(|pair| pair.0);
            let mut by_key = list.clone();
            sort_by_key(&mut by_key, |pair| pair.0);
            prop_assert_eq!(&by_key, &expected);
            let mut by = list.clone();
            sort_by(&mut by, |a, b| b.0.cmp(&a.0));
            expected = list;
            expected.sort_by_key(|pair| core::cmp::Reverse(pair.0));
            prop_assert_eq!(by, expected);
        }
    }
}
