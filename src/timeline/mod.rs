//! Drawing items on a scale of days.
