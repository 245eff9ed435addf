//! Small symmetric matrices: factors, inverses, eigenvalues.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "arithmetic of floats and of indices below one fixed length, which the loops run over"
)]

/// A symmetric matrix of a few rows.
pub(in crate::lifetime) type Matrix<const N: usize> = [[f64; N]; N];

/// The lower factor L with L·Lᵀ equal to the matrix; none where it is not positive definite.
pub(in crate::lifetime) fn cholesky<const N: usize>(matrix: &Matrix<N>) -> Option<Matrix<N>> {
    let mut lower = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            let rest = matrix[i][j] - sum;
            if i == j {
                // Below this the rest is rounding.
                if !rest.is_finite() || rest <= 1e-14 * matrix[i][i].abs() {
                    return None;
                }
                lower[i][i] = libm::sqrt(rest);
            } else {
                lower[i][j] = rest / lower[j][j];
            }
        }
    }
    Some(lower)
}

/// Solves L·Lᵀ·x = b.
pub(in crate::lifetime) fn solve<const N: usize>(lower: &Matrix<N>, mut vector: [f64; N]) -> [f64; N] {
    for i in 0..N {
        let sum: f64 = (0..i).map(|k| lower[i][k] * vector[k]).sum();
        vector[i] = (vector[i] - sum) / lower[i][i];
    }
    for i in (0..N).rev() {
        let sum: f64 = (i + 1..N).map(|k| lower[k][i] * vector[k]).sum();
        vector[i] = (vector[i] - sum) / lower[i][i];
    }
    vector
}

/// The inverse of a positive definite matrix, symmetric to the last bit; none where it is not.
pub(in crate::lifetime) fn inverse<const N: usize>(matrix: &Matrix<N>) -> Option<Matrix<N>> {
    let lower = cholesky(matrix)?;
    let mut inverse = [[0.0; N]; N];
    for (column, row) in inverse.iter_mut().enumerate() {
        let mut unit = [0.0; N];
        unit[column] = 1.0;
        *row = solve(&lower, unit);
    }
    for i in 0..N {
        for j in 0..i {
            let mean = (inverse[i][j] + inverse[j][i]) / 2.0;
            inverse[i][j] = mean;
            inverse[j][i] = mean;
        }
    }
    Some(inverse)
}

/// Eigenvalues with their vectors (in rows), by Jacobi's rotations.
pub(in crate::lifetime) fn eigen<const N: usize>(matrix: &Matrix<N>) -> ([f64; N], Matrix<N>) {
    let mut rest = *matrix;
    let mut vectors = [[0.0; N]; N];
    for (i, row) in vectors.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for _ in 0..50 {
        for p in 0..N {
            for q in p + 1..N {
                rotate(&mut rest, &mut vectors, p, q);
            }
        }
    }
    (std::array::from_fn(|i| rest[i][i]), vectors)
}

fn rotate<const N: usize>(rest: &mut Matrix<N>, vectors: &mut Matrix<N>, p: usize, q: usize) {
    let off = rest[p][q];
    if off.abs() <= 1e-300 || !off.is_finite() {
        return;
    }
    let theta = (rest[q][q] - rest[p][p]) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + libm::sqrt(1.0 + theta * theta));
    let cosine = 1.0 / libm::sqrt(1.0 + tangent * tangent);
    let sine = tangent * cosine;
    for k in 0..N {
        let (left, right) = (rest[k][p], rest[k][q]);
        rest[k][p] = cosine * left - sine * right;
        rest[k][q] = sine * left + cosine * right;
    }
    for k in 0..N {
        let (left, right) = (rest[p][k], rest[q][k]);
        rest[p][k] = cosine * left - sine * right;
        rest[q][k] = sine * left + cosine * right;
        let (left, right) = (vectors[p][k], vectors[q][k]);
        vectors[p][k] = cosine * left - sine * right;
        vectors[q][k] = sine * left + cosine * right;
    }
    rest[p][q] = 0.0;
    rest[q][p] = 0.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    const HILBERT: Matrix<3> = [[1.0, 0.5, 1.0 / 3.0], [0.5, 1.0 / 3.0, 0.25], [1.0 / 3.0, 0.25, 0.2]];

    #[test]
    fn hilberts_matrix() {
        let inverse = inverse(&HILBERT).unwrap();
        let want = [[9.0, -36.0, 30.0], [-36.0, 192.0, -180.0], [30.0, -180.0, 180.0]];
        for (row, want) in inverse.iter().zip(want) {
            for (got, want) in row.iter().zip(want) {
                assert!((got - want).abs() < 1e-11);
            }
        }
        let (mut values, vectors) = eigen(&HILBERT);
        for (value, vector) in values.iter().zip(vectors) {
            for i in 0..3 {
                let product: f64 = (0..3).map(|k| HILBERT[i][k] * vector[k]).sum();
                assert!((product - value * vector[i]).abs() < 1e-15);
            }
        }
        values.sort_by(f64::total_cmp);
        assert!((values[0] - 0.002_687_340_355_773_5).abs() < 1e-15);
        assert!((values[2] - 1.408_318_927_123_654).abs() < 1e-14);
    }

    #[test]
    fn singular_and_indefinite_matrices_have_no_factor() {
        assert_eq!(cholesky(&[[1.0, 1.0], [1.0, 1.0]]), None);
        assert_eq!(cholesky(&[[1.0, 2.0], [2.0, 1.0]]), None);
        assert_eq!(cholesky(&[[f64::NAN]]), None);
    }
}
