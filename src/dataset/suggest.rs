//! "Did you mean …?"
//!
//! It refuses to guess: only a name that differs by a slip of the hand is offered.

/// The name nearest to a misspelt one, if it is near enough to be what was meant: a third of its letters may differ.
pub(super) fn nearest<'n>(word: &str, names: &mut dyn Iterator<Item = &'n str>) -> Option<&'n str> {
    let word: Vec<char> = word.chars().take(MAX_CHARACTERS + 1).collect();
    if word.len() > MAX_CHARACTERS {
        return None;
    }
    let mut best = (word.len() / 3 + 1, None);
    for name in names {
        let distance = distance(&word, name, best.0);
        if distance < best.0 {
            best = (distance, Some(name));
        }
    }
    best.1
}

/// As long as an id can be.
const MAX_CHARACTERS: usize = 100;

/// The Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of
/// neighbours. Anything from `bound` on is told as `bound`.
fn distance(word: &[char], name: &str, bound: usize) -> usize {
    let n_columns = word.len() + 1;
    let mut before = vec![0; n_columns];
    let mut last: Vec<usize> = (0..n_columns).collect();
    let mut previous = '\0';
    for (row, letter) in name.chars().enumerate() {
        let mut current = vec![row + 1; n_columns];
        for column in 1..n_columns {
            let differs = usize::from(word[column - 1] != letter);
            let mut least = (last[column - 1] + differs).min(last[column] + 1).min(current[column - 1] + 1);
            if row > 0 && column > 1 && word[column - 1] == previous && word[column - 2] == letter {
                least = least.min(before[column - 2] + 1);
            }
            current[column] = least;
        }
        if current.iter().min().is_none_or(|&least| least >= bound) {
            return bound;
        }
        (before, last, previous) = (last, current, letter);
    }
    last.last().copied().unwrap_or(bound).min(bound)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let mut names = ["source", "text", "time_zone", "as_of", "repeats", "қала"].into_iter();
        assert_eq!(nearest(word, &mut names), expected, "{word}");
    }

    #[test]
    fn nothing_is_near_to_nothing() {
        check("", None);
        check(&"x".repeat(1_000), None);
        assert_eq!(nearest("source", &mut [].into_iter()), None);
    }

    #[test]
    fn a_slip_of_the_hand_is_mended() {
        check("sourse", Some("source"));
        check("soruce", Some("source"));
        check("timezone", Some("time_zone"));
        check("asof", Some("as_of"));
        check("repeat", Some("repeats"));
        check("кала", Some("қала"));
    }

    #[test]
    fn another_word_is_left_alone() {
        check("author", None);
        check("quote", None);
        check("x", None);
    }
}
