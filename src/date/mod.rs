//! Civil days, EDTF dates, and the spans they cover.
