import { relative } from "node:path";

type Proof = { readonly file: string; readonly sentence: string };
type Proofs = Readonly<Record<string, readonly Proof[]>>;

/** What vitest's JSON reporter writes, as far as it is read here. */
export type TestReport = {
  readonly testResults: readonly {
    /** Absolute path. */
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
};

/** The features whose tests all ran and all passed; one that failed, was skipped or is gone takes its feature away. */
export function provedFeatures(proofs: Proofs, report: TestReport, root: string) {
  const passed = new Set(
    report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "passed")
        .map(({ title }) => `${relative(root, name)} ${title}`),
    ),
  );
  return Object.entries(proofs)
    .filter(
      ([, tests]) =>
        tests.length > 0 && tests.every(({ file, sentence }) => passed.has(`${file} ${sentence}`)),
    )
    .map(([feature, tests]) => ({ feature, tests }));
}
