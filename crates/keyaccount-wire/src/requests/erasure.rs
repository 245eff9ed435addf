//! The shape of the request to erase what is personal.

use keyaccount::{Erasure, Facts};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

request! {
    /// Asks to erase what is personal about people from a book.
    ErasePersonalFieldsRequest, "erase_personal_fields", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "stakeholders": [{"id": "np-director", "account": "north-plant", "name": "Ada Example"}]
    },
    "erasures": [{"stakeholder": "np-director", "pseudonym": "person-17"}]
}"# {
        /// The facts.
        book: Facts,
        /// Whose personal fields are to be erased, and who gets a pseudonym.
        erasures: Vec<Erasure>,
    }
}
