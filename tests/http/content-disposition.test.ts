import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "#server/http/content-disposition";

test("a file keeps its French name, and an ASCII one for old programs", () => {
  expect(contentDisposition("Factures Éléonore & Fils.csv")).toBe(
    "attachment; filename=\"Factures-Eleonore---Fils.csv\"; filename*=UTF-8''Factures%20%C3%89l%C3%A9onore%20%26%20Fils.csv",
  );
  expect(contentDisposition("F-2026-0001.pdf", true)).toBe(
    "inline; filename=\"F-2026-0001.pdf\"; filename*=UTF-8''F-2026-0001.pdf",
  );
});

test("no name gets out of its header, nor out of the folder it is saved in", () => {
  const shape = /^attachment; filename="[\w.+-]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]*$/;
  const hostile = ["a\r\nSet-Cookie: x=1", '"; x="', "../../etc/passwd", "\u202Egnp.exe", "\ud800"];
  for (const name of hostile) expect(contentDisposition(name)).toMatch(shape);
  const any = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(any, (name) => {
      const value = contentDisposition(name);
      expect(value).toMatch(shape);
      const kept = decodeURIComponent(value.split("UTF-8''")[1] ?? "");
      expect(kept).not.toMatch(/[/\\\r\n\0]/);
      expect(kept.startsWith(".")).toBe(false);
    }),
  );
});
