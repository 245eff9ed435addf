//! The parameters of the models, by the names they have in the papers.

use crate::values::vocabulary;

vocabulary! {
    /// A parameter of a purchase or spend model, by the name it has in the papers.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::ModelParameter;
    ///
    /// assert_eq!("alpha".parse::<ModelParameter>()?, ModelParameter::Alpha);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ModelParameter {
        /// Shape of how purchase rates differ between accounts: the smaller, the more they differ.
        R = "r", "shape of purchase rates (r)", "购买率形状 r";
        /// Rate of that distribution, in units of time; in the discrete model the first shape of purchase chances.
        Alpha = "alpha", "rate of purchase rates (α)", "购买率参数 α";
        /// First shape of how the chances to leave after a purchase differ.
        A = "a", "first shape of leaving (a)", "流失形状 a";
        /// Second shape of how the chances to leave after a purchase differ.
        B = "b", "second shape of leaving (b)", "流失形状 b";
        /// Shape of how leaving rates differ between accounts.
        S = "s", "shape of leaving rates (s)", "流失率形状 s";
        /// Rate of that distribution, in units of time; in the discrete model the second shape of purchase chances.
        Beta = "beta", "rate of leaving rates (β)", "流失率参数 β";
        /// First shape of how the chances to leave at an opportunity differ.
        Gamma = "gamma", "first shape of leaving (γ)", "流失形状 γ";
        /// Second shape of how the chances to leave at an opportunity differ.
        Delta = "delta", "second shape of leaving (δ)", "流失形状 δ";
        /// Shape of the amounts of one account.
        P = "p", "shape of amounts (p)", "金额形状 p";
        /// Shape of how accounts differ in their amounts.
        Q = "q", "shape of mean amounts (q)", "平均金额形状 q";
        /// Scale of how accounts differ in their amounts, in units of money.
        V = "v", "scale of mean amounts (v)", "平均金额尺度 v";
    }
}
