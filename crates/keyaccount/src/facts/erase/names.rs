//! Finds names and identifiers in texts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The names and identifiers to be found, and what takes their place.
#[derive(Default)]
pub(super) struct Names {
    whole: Needles,
    /// Parts of names, such as the family name.
    parts: Needles,
}

/// What was found in a text.
pub(super) struct Found {
    /// The text with the names replaced, and the identifier that took the first one's place; none where it stays as it
    /// is.
    pub(super) replaced: Option<(String, String)>,
    /// Whether a part of a name stands in what is left.
    pub(super) is_named_in_part: bool,
}

/// Fewest characters of a part of a name that is looked for: initials and particles say nothing.
const SHORTEST_PART: usize = 3;

impl Names {
    pub(super) fn add_id(&mut self, old: &str, new: &str) {
        self.whole.add(old, new);
    }

    pub(super) fn add_name(&mut self, name: &str, id: &str) {
        self.whole.add(name, id);
        let parts: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
        for part in parts.iter().filter(|part| **part != name && part.chars().count() >= SHORTEST_PART) {
            self.parts.add(part, id);
        }
    }

    pub(super) fn look_into(&self, text: &str) -> Found {
        let Some((replaced, rest, id)) = self.whole.replace(text) else {
            return Found { replaced: None, is_named_in_part: self.parts.replace(text).is_some() };
        };
        let is_named_in_part = self.parts.replace(&rest).is_some();
        Found { replaced: (replaced != text).then_some((replaced, id)), is_named_in_part }
    }

    /// Whether a name or a part of one stands in an identifier that stays.
    pub(super) fn are_hinted_at_in(&self, id: &str) -> bool {
        self.parts.replace(id).is_some() || self.whole.replace(id).is_some_and(|(replaced, ..)| replaced != id)
    }
}

/// What is looked for, by its first character, the longest first.
#[derive(Default)]
struct Needles(BTreeMap<char, Vec<Needle>>);

struct Needle {
    folded: Vec<char>,
    replacement: String,
}

impl Needles {
    fn add(&mut self, text: &str, replacement: &str) {
        let folded: Vec<char> = fold(text.trim()).iter().map(|place| place.folded).collect();
        let Some(first) = folded.first() else { return };
        let bucket = self.0.entry(*first).or_default();
        if bucket.iter().all(|needle| needle.folded != folded) {
            bucket.push(Needle { folded, replacement: replacement.to_owned() });
            bucket.sort_by_key(|needle| Reverse(needle.folded.len()));
        }
    }

    /// The text with every needle replaced, the text with every needle taken out, and the first replacement; none where
    /// no needle is in it.
    fn replace(&self, text: &str) -> Option<(String, String, String)> {
        let places = fold(text);
        let (mut replaced, mut rest, mut first) = (String::new(), String::new(), None);
        let (mut at, mut copied) = (0_usize, 0_usize);
        while let Some(place) = places.get(at) {
            let Some((needle, end)) = self.needle_at(&places, at) else {
                at = at.saturating_add(1);
                continue;
            };
            let before = text.get(copied..place.start).unwrap_or_default();
            replaced.extend([before, needle.replacement.as_str()]);
            // A character that joins nothing takes its place.
            rest.extend([before, "\u{fffd}"]);
            first.get_or_insert_with(|| needle.replacement.clone());
            copied = end;
            at = at.saturating_add(needle.folded.len());
        }
        let tail = text.get(copied..).unwrap_or_default();
        replaced.push_str(tail);
        rest.push_str(tail);
        first.map(|first| (replaced, rest, first))
    }

    /// The longest needle that begins at a place, and where it ends in the text.
    fn needle_at(&self, places: &[Place], at: usize) -> Option<(&Needle, usize)> {
        let begins = places.get(at)?;
        let before = at.checked_sub(1).and_then(|before| places.get(before));
        if before.is_some_and(|before| before.start == begins.start || joins(before.folded, begins.folded)) {
            return None;
        }
        let fits = |needle: &&Needle| {
            let here = places.get(at..at.saturating_add(needle.folded.len()));
            let Some((here, last)) = here.and_then(|here| Some((here, here.last()?))) else { return false };
            let after = places.get(at.saturating_add(needle.folded.len()));
            let is_end = after.is_none_or(|after| after.start != last.start && !joins(last.folded, after.folded));
            is_end && here.iter().map(|place| place.folded).eq(needle.folded.iter().copied())
        };
        let needle = self.0.get(&begins.folded)?.iter().find(fits)?;
        let last = places.get(at.saturating_add(needle.folded.len()).saturating_sub(1))?;
        Some((needle, last.end))
    }
}

/// A character of a text without its capitals, and the piece of the text it stands for.
struct Place {
    folded: char,
    start: usize,
    end: usize,
}

/// A text without capitals, each run of spaces as one space.
fn fold(text: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start.saturating_add(c.len_utf8());
        if c.is_whitespace() {
            match places.last_mut().filter(|last| last.folded == ' ') {
                Some(last) => last.end = end,
                None => places.push(Place { folded: ' ', start, end }),
            }
        } else {
            places.extend(c.to_lowercase().map(|folded| Place { folded, start, end }));
        }
    }
    places
}

/// Whether two characters beside each other belong to one word.
fn joins(a: char, b: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    in_word(a) && in_word(b)
}

/// Characters of scripts that put no spaces between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' // Thai, Lao
        | '\u{3040}'..='\u{30ff}' // Japanese syllables
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' // Chinese characters
        | '\u{ac00}'..='\u{d7af}' // Korean, where particles follow a name without a space
    )
}
