//! Medians, and the table they are printed in.

use std::fmt;
use std::hint::black_box;
use std::time::Instant;

/// The median time of some runs, in milliseconds.
pub fn median<T>(runs: usize, mut job: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let result = black_box(job());
            let time = start.elapsed().as_secs_f64() * 1000.0;
            drop(result);
            time
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(runs / 2).copied().unwrap_or(f64::NAN)
}

/// The median times of two jobs run by turns, so that whatever else the machine does slows both.
pub fn medians<T, U>(runs: usize, mut one: impl FnMut() -> T, mut other: impl FnMut() -> U) -> (f64, f64) {
    let mut times: Vec<(f64, f64)> = (0..runs).map(|_| (median(1, &mut one), median(1, &mut other))).collect();
    let mut middle = |of: fn(&(f64, f64)) -> f64| {
        times.sort_by(|a, b| of(a).total_cmp(&of(b)));
        times.get(runs / 2).map_or(f64::NAN, of)
    };
    (middle(|pair| pair.0), middle(|pair| pair.1))
}

/// What a rival took, or why there is no figure.
pub enum Rival {
    /// Its name and its median milliseconds.
    Took(String, f64),
    /// It did not run.
    Missing(String),
}

/// Rows of job, size, ours, rival, ratio.
pub struct Table(Vec<[String; 5]>);

impl Table {
    pub fn new(size: &str) -> Self {
        let titles = ["job", size, "ours", "rival", "ratio"];
        Self(vec![titles.map(str::to_owned)])
    }

    pub fn ours(&mut self, job: &str, size: usize, time: f64) {
        self.0.push([job.to_owned(), size.to_string(), shown(time), "–".to_owned(), "–".to_owned()]);
    }

    pub fn compared(&mut self, job: &str, size: usize, time: f64, rival: &str, rival_time: f64) {
        self.side_by_side(job, size, time, Rival::Took(rival.to_owned(), rival_time));
    }

    pub fn side_by_side(&mut self, job: &str, size: usize, time: f64, rival: Rival) {
        let (rival, ratio) = match rival {
            Rival::Took(name, rival) => (format!("{name} {}", shown(rival)), ratio(rival / time)),
            Rival::Missing(why) => (why, "–".to_owned()),
        };
        self.0.push([job.to_owned(), size.to_string(), shown(time), rival, ratio]);
    }
}

fn ratio(ratio: f64) -> String {
    if ratio < 1.0 { format!("{ratio:.2}×") } else { format!("{ratio:.1}×") }
}

fn shown(time: f64) -> String {
    if time >= 1000.0 { format!("{:.2} s", time / 1000.0) } else { format!("{time:.1} ms") }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: usize| {
            self.0.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..5).map(width).collect();
        for row in &self.0 {
            for (cell, width) in row.iter().zip(&widths) {
                write!(f, "{cell:<width$}  ")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
