//! Finds names and identifiers in texts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The names and identifiers to be found, and what takes their place.
#[derive(Default)]
pub(super) struct Names {
    whole: Needles,
    /// Whole names without identifiers, in every form in which they are given.
    named: Needles,
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

/// Fewest letters of a part of a name that is looked for: initials and particles say nothing.
const SHORTEST_PART: usize = 3;

/// The same where a character is a syllable or a word.
const SHORTEST_CJK_PART: usize = 2;

impl Names {
    pub(super) fn add_id(&mut self, old: &str, new: &str) {
        self.whole.add(old, new);
    }

    pub(super) fn add_name(&mut self, name: &str, id: &str) {
        self.whole.add(name, id);
        self.named.add(name, id);
        self.named.add(&words_of(name), id);
        let (outside, inside) = out_of_and_in_brackets(name);
        // What stands in brackets may be another form of the name, or no name, such as a department.
        if !inside.is_empty() && is_full(&outside) {
            self.whole.add(&outside, id);
        }
        for form in inside.iter().chain([&outside]).filter(|form| is_full(form)) {
            self.named.add(form, id);
            self.parts.add(form, id);
        }
        for word in name.split(|c: char| !c.is_alphanumeric()) {
            let letters: Vec<char> = word.chars().collect();
            for run in letters.chunk_by(|a, b| Script::of(*a) == Script::of(*b)) {
                self.add_part(run, id);
            }
        }
        // Written together or letter by letter: which characters are the family name, nobody can tell.
        let folded: Vec<char> = fold(name).iter().map(|place| place.folded).collect();
        for pair in folded.windows(SHORTEST_CJK_PART) {
            if pair.iter().all(|c| Script::of(*c) == Script::Block) {
                self.parts.add(&pair.iter().collect::<String>(), id);
            }
        }
    }

    fn add_part(&mut self, run: &[char], id: &str) {
        let shortest = match run.first().map(|c| Script::of(*c)) {
            Some(Script::Kana | Script::Block) => SHORTEST_CJK_PART,
            Some(Script::Other) | None => SHORTEST_PART,
        };
        if run.len() >= shortest {
            self.parts.add(&run.iter().collect::<String>(), id);
        }
    }

    pub(super) fn look_into(&self, text: &str) -> Found {
        let Some((replaced, rest, id)) = self.whole.replace(text) else {
            return Found { replaced: None, is_named_in_part: self.parts.replace(text).is_some() };
        };
        let is_named_in_part = self.parts.replace(&rest).is_some();
        Found { replaced: (replaced != text).then_some((replaced, id)), is_named_in_part }
    }

    /// Whether a whole name, or an identifier that is given up, stands in a text that stays.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.named.replace(text).is_some() || self.whole.replace(text).is_some_and(|(replaced, ..)| replaced != text)
    }

    /// Whether a name or a part of one stands in an identifier that stays, whatever parts its words.
    pub(super) fn are_hinted_at_in(&self, id: &str) -> bool {
        self.stand_in(id) || self.parts.replace(id).is_some() || self.named.replace(&words_of(id)).is_some()
    }
}

/// A text of which every other character than letters and digits is a space.
fn words_of(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

/// What stands outside of all brackets, and each piece in brackets.
fn out_of_and_in_brackets(name: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::<String>::new(), 0_usize);
    for c in name.chars() {
        match c {
            '(' | '[' | '（' | '［' | '【' | '〔' => {
                depth = depth.saturating_add(1);
                outside.push(' ');
                inside.push(String::new());
            }
            ')' | ']' | '）' | '］' | '】' | '〕' => {
                depth = depth.saturating_sub(1);
                // Between two closing brackets goes what was before the inner ones; it is a piece of its own.
                if depth > 0 {
                    inside.push(String::new());
                }
            }
            _ if depth == 0 => outside.push(c),
            _ => inside.last_mut().into_iter().for_each(|piece| piece.push(c)),
        }
    }
    (outside.trim().to_owned(), inside)
}

/// Whether it can be a whole name: of two words, or of two Chinese, Japanese, or Korean characters.
fn is_full(name: &str) -> bool {
    let words = name.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    words.count() > 1 || name.chars().filter(|c| is_cjk(*c)).count() >= SHORTEST_CJK_PART
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

/// A text without capitals, each run of spaces as one space, and none between characters that need none.
fn fold(text: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(text.len());
    let mut space: Option<Place> = None;
    for (start, c) in text.char_indices() {
        let end = start.saturating_add(c.len_utf8());
        if c.is_whitespace() {
            space.get_or_insert(Place { folded: ' ', start, end }).end = end;
            continue;
        }
        if let Some(space) = space.take() {
            let parts_nothing = is_cjk(c) && places.last().is_some_and(|last| is_cjk(last.folded));
            if !parts_nothing {
                places.push(space);
            }
        }
        for folded in half_width(c).to_lowercase() {
            match (folded, places.last_mut()) {
                // The dot that a small i has anyway.
                ('\u{307}', Some(last)) if last.folded == 'i' => last.end = end,
                ('ß', _) => places.extend(['s', 's'].map(|folded| Place { folded, start, end })),
                ('ς', _) => places.push(Place { folded: 'σ', start, end }),
                ('ı', _) => places.push(Place { folded: 'i', start, end }),
                _ => places.push(Place { folded, start, end }),
            }
        }
    }
    places.extend(space);
    places
}

/// A Latin letter, a digit, or a mark as wide as a Chinese character, in its usual width.
fn half_width(c: char) -> char {
    let usual = || char::from_u32(u32::from(c).checked_sub(0xfee0)?);
    if matches!(c, '\u{ff01}'..='\u{ff5e}') { usual().unwrap_or(c) } else { c }
}

/// Whether two characters beside each other belong to one word.
fn joins(a: char, b: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    in_word(a) && in_word(b)
}

/// How names are put together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Of letters.
    Other,
    /// Of Japanese syllables, several to a name.
    Kana,
    /// Of Chinese characters or Korean syllables, one or two to a name.
    Block,
}

impl Script {
    const fn of(c: char) -> Self {
        match c {
            '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Self::Kana,
            '\u{3005}'..='\u{3007}' // Repeated characters, zero
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' // Chinese characters
            | '\u{ac00}'..='\u{d7af}' => Self::Block, // Korean syllables
            _ => Self::Other,
        }
    }
}

/// Chinese, Japanese, and Korean characters.
const fn is_cjk(c: char) -> bool {
    !matches!(Script::of(c), Script::Other)
}

/// Characters of scripts that put no spaces between words; in Korean, particles follow a name without a space.
const fn is_unspaced(c: char) -> bool {
    is_cjk(c) || matches!(c, '\u{0e00}'..='\u{0eff}') // Thai, Lao
}
