//! Runs every golden vector.

use std::collections::BTreeSet;

use keyaccount_wire::OPS;

#[test]
fn every_vector_gives_its_answer() {
    let mut ran = BTreeSet::new();
    for (path, file) in conformance::files().unwrap() {
        assert!(file.vectors.len() >= 10, "{} has fewer than 10 vectors", path.display());
        let mut names = BTreeSet::new();
        for vector in &file.vectors {
            assert!(names.insert(&vector.name), "{}: `{}` twice", path.display(), vector.name);
            let answer = conformance::answer(&file.op, vector).unwrap();
            assert_eq!(answer, vector.want, "{}: {}", path.display(), vector.name);
            // Maps are ordered, so that equal answers are equal texts.
            assert_eq!(answer.to_string(), vector.want.to_string(), "{}: {}", path.display(), vector.name);
        }
        assert!(
            file.vectors.iter().any(|vector| !vector.want["error"].is_null()),
            "{}: no wrong input",
            path.display()
        );
        ran.insert(file.op.clone());
    }
    let ops: BTreeSet<String> = OPS.iter().map(|op| (*op).to_owned()).collect();
    assert_eq!(ran, ops, "every operation has vectors");
}
