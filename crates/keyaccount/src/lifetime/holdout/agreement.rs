//! How far predictions agree with what came: ranks, areas and errors, with ties counted as ties.
//!
//! Ranks and counts are whole numbers, so that correlation and area are computed exactly and divided once.

/// Twice the rank of each number, from the smallest: equal numbers share the mean of their ranks, which is a whole
/// number when doubled.
fn doubled_ranks(numbers: &[f64]) -> Vec<u64> {
    // Adding zero makes one zero of both.
    let key = |at: usize| numbers.get(at).map_or(0.0, |number| number + 0.0);
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|one, other| key(*one).total_cmp(&key(*other)));
    let mut ranks = vec![0_u64; numbers.len()];
    let mut before = 0_u64;
    for group in order.chunk_by(|one, other| key(*one).total_cmp(&key(*other)).is_eq()) {
        let size = count(group.len());
        // The ranks before + 1 to before + size have the mean before + (size + 1) / 2.
        let doubled = before.saturating_mul(2).saturating_add(size).saturating_add(1);
        for at in group {
            if let Some(rank) = ranks.get_mut(*at) {
                *rank = doubled;
            }
        }
        before = before.saturating_add(size);
    }
    ranks
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs. None where one side has
/// no two different values, or where the sides differ in length.
pub(crate) fn rank_correlation(predicted: &[f64], actual: &[f64]) -> Option<f64> {
    if predicted.len() != actual.len() {
        return None;
    }
    let (one, other) = (doubled_ranks(predicted), doubled_ranks(actual));
    let size = i128::from(count(one.len()));
    // Both sums of doubled ranks are n × (n + 1), ties or not.
    let sum = size.saturating_mul(size.saturating_add(1));
    let moment = |a: &[u64], b: &[u64]| {
        let products = a.iter().zip(b).map(|(a, b)| i128::from(*a).saturating_mul((*b).into()));
        products.fold(0, i128::saturating_add).saturating_mul(size).saturating_sub(sum.saturating_mul(sum))
    };
    let (spread, other_spread) = (moment(&one, &one), moment(&other, &other));
    (spread > 0 && other_spread > 0).then(|| {
        let correlation = moment(&one, &other) as f64 / ((spread as f64).sqrt() * (other_spread as f64).sqrt());
        correlation.clamp(-1.0, 1.0)
    })
}

/// The chance that one that came was scored above one that did not, ties counting half: the area under the ROC curve.
/// None where all came, or none did.
pub(crate) fn area_under_curve(scores: &[f64], came: &[bool]) -> Option<f64> {
    let positives = count(came.iter().filter(|came| **came).count());
    let negatives = count(came.len()).saturating_sub(positives);
    if scores.len() != came.len() || positives == 0 || negatives == 0 {
        return None;
    }
    let ranks = doubled_ranks(scores);
    let of_positives = ranks.iter().zip(came).filter(|(_, came)| **came).map(|(rank, _)| u128::from(*rank));
    let positives = u128::from(positives);
    let doubled = of_positives.fold(0, u128::saturating_add);
    let above = doubled.saturating_sub(positives.saturating_mul(positives.saturating_add(1)));
    Some(above as f64 / (2.0 * positives as f64 * negatives as f64))
}

/// The mean of |predicted − actual|; none where there is nothing.
pub(crate) fn mean_absolute_error(predicted: &[f64], actual: &[f64]) -> Option<f64> {
    mean(predicted.iter().zip(actual).map(|(predicted, actual)| (predicted - actual).abs()), predicted.len())
}

/// The root of the mean of (predicted − actual)²; none where there is nothing.
pub(crate) fn root_mean_square_error(predicted: &[f64], actual: &[f64]) -> Option<f64> {
    let squares = predicted.iter().zip(actual).map(|(predicted, actual)| (predicted - actual) * (predicted - actual));
    mean(squares, predicted.len()).map(f64::sqrt)
}

fn mean(terms: impl Iterator<Item = f64>, size: usize) -> Option<f64> {
    (size > 0).then(|| terms.sum::<f64>() / size as f64)
}

#[cfg(test)]
mod tests;
