import { expect, test } from "vitest";
import { aSociete } from "../support/a-societe.ts";

test("a colour is six hexadecimal digits, and nothing that a style sheet would read further", async () => {
  const { caller } = await aSociete();
  const marque = {
    template: "sobre",
    second: "#c9a227",
    window: "right",
    police: "inter",
  } as const;
  for (const accent of ["red", "#fff", "#16476f;}", "#16476f}body{display:none", "url(//x)", ""])
    await expect(caller.societe.updateMarque({ ...marque, accent })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  await caller.societe.updateMarque({ ...marque, accent: "#123ABC" });
  expect((await caller.societe.marque()).accent.toLowerCase()).toBe("#123abc");
});
