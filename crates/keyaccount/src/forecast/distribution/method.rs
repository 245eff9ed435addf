//! How a distribution was computed.

use crate::values::vocabulary;

vocabulary! {
    /// How a distribution was computed. All are exact up to the error bound that stands beside it.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::DistributionMethod::SplitAtoms.as_str(), "split_atoms");
    /// ```
    pub enum DistributionMethod {
        /// Nothing is open: one sum is certain.
        Certain = "certain", "certain", "确定值";
        /// Every attainable sum was listed.
        Atoms = "atoms", "every sum", "逐一列举";
        /// Every sum of each half of the deals was listed; a sum of all is one of each.
        SplitAtoms = "split_atoms", "every sum of two halves", "两半列举";
        /// Deals were convolved one by one over all multiples of what their amounts share.
        Lattice = "lattice", "convolution", "卷积";
        /// The characteristic function was inverted as a Fourier series.
        Series = "series", "Fourier series", "傅里叶级数";
        /// The likeliest outcomes were listed, and a Fourier series inverted for the others.
        LikeliestApart = "likeliest_apart", "likeliest sums apart, Fourier series", "最可能结果单列加傅里叶级数";
    }
}
