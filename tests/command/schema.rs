//! `factline schema`: what it prints is a schema.

use crate::factline;

#[test]
fn the_schema_goes_to_standard_output() {
    let run = factline(["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}
