import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TEMPLATE_VERSION } from "#server/domain/template-version";
import { assetsDir } from "./a-renderer.ts";

/** What the templates were at each version. Change them: add a version here and in the domain. */
const known: Readonly<Record<number, string>> = {
  1: "51c5d3143f626e525194e83b2fbd0e0b13a832b73339a21d1ffe437b28f9a778",
  2: "8caa929b88266f1c36dfbfc68f1d622fd6c7ef5e1390255142454925315bfd08",
  3: "4857f61a33cb9f47855d4ec23a23561a0dc6aa4d5965503785697f1aa72b4601",
};

test("templates do not change without a new version", () => {
  const folder = join(assetsDir, "templates");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  expect(known[TEMPLATE_VERSION]).toBe(hash.digest("hex"));
});
