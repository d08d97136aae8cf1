//! Numbers and what stands beside them.
