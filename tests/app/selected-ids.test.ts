import { expect, test } from "vitest";
import {
  allShownToggled,
  extended,
  nothingSelected,
  stillShown,
  toggled,
} from "../../app/components/selection/selected-ids.ts";
import { createEntryCount } from "../../app/zip-download.ts";

const shown = ["a", "b", "c", "d", "e"];
const idsOf = ({ ids }: { readonly ids: ReadonlySet<string> }) => [...ids].sort().join("");

test("a range goes from the last row ticked to this one, upwards or downwards", () => {
  const from = toggled(nothingSelected, "d", shown);
  expect(idsOf(extended(from, "b", shown))).toBe("bcd");
  expect(idsOf(extended(extended(from, "b", shown), "e", shown))).toBe("bcde");
  expect(idsOf(extended(nothingSelected, "c", shown))).toBe("c");
});

test("a row taken out of all that matches leaves the other rows on screen", () => {
  const all = { ...nothingSelected, isAll: true };
  expect(toggled(all, "c", shown)).toMatchObject({ isAll: false });
  expect(idsOf(toggled(all, "c", shown))).toBe("abde");
  expect(allShownToggled(all, shown)).toBe(nothingSelected);
});

test("the heading ticks what is on screen, and a row that leaves the list is ticked no more", () => {
  const page = allShownToggled(nothingSelected, shown);
  expect(idsOf(page)).toBe("abcde");
  expect(allShownToggled(page, shown)).toBe(nothingSelected);
  expect(idsOf(stillShown(page, ["b", "d", "f"]))).toBe("bd");
  expect(stillShown(page, shown)).toBe(page);
});

test("the files of an archive are counted as they come, wherever the pieces are cut", () => {
  const archive = Buffer.from(
    "PK\u0003\u0004une PKPK\u0003\u0004deux PPK\u0003\u0004trois PK\u0001\u0002",
  );
  for (const size of [1, 2, 3, 7, archive.length]) {
    const count = createEntryCount();
    let counted = 0;
    for (let at = 0; at < archive.length; at += size)
      counted = count(archive.subarray(at, at + size));
    expect(counted).toBe(3);
  }
});
