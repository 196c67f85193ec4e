import { expect, test } from "vitest";
import { contrastOnWhite } from "../../app/colour-contrast";

test("black on white is 21:1, white on white 1:1", () => {
  expect(contrastOnWhite("#000000")).toBeCloseTo(21, 5);
  expect(contrastOnWhite("#FFFFFF")).toBeCloseTo(1, 5);
});

test("the default blue carries white text, an ochre does not", () => {
  expect(contrastOnWhite("#1d4e89")).toBeGreaterThan(4.5);
  expect(contrastOnWhite("#d9a441")).toBeLessThan(4.5);
});

test("what is no colour has no contrast", () => {
  for (const text of ["", "#fff", "red", "#12345g"]) expect(contrastOnWhite(text)).toBeNull();
});
