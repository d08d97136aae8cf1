//! The facts file.
