//! The model: facts and what they refer to.
