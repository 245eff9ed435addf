//! The private native module `keyaccount._native`: JSON text in, JSON text out.
//! The public package in `python/keyaccount` makes an API of it.

use pyo3::prelude::pymodule;

#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::{Python, pyfunction};

    /// Runs one operation. The answer is always an envelope, also when the request is wrong.
    /// Other Python threads run meanwhile.
    #[pyfunction]
    fn call(py: Python<'_>, op: &str, request: &str) -> String {
        py.detach(|| keyaccount_wire::call(op, request))
    }

    /// The JSON Schema of every request and response.
    #[pyfunction]
    fn schema(py: Python<'_>) -> String {
        py.detach(keyaccount_wire::schema_json)
    }
}
