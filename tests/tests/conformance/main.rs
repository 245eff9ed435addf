//! What every way into keyaccount has to agree on: one program, so that the core is linked once.

mod damage;
mod data;
mod lifecycle_real_data;
mod lifetime_models;
mod lifetime_proof;
mod lifetime_values;
mod no_panic;
mod privacy;
mod real_data;
mod trajectory_real_data;
mod vectors;
