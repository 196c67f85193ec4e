import { expect, test } from "vitest";
import { createGathering } from "#server/tenancy/create-gathering";

/** Works that end when told, and who came out, in order. */
function aGathering(longest: number) {
  const gathering = createGathering(longest);
  const out: string[] = [];
  const enter = (name: string) => {
    let end = (_: "well" | "badly") => {};
    const work = new Promise<void>((resolve, reject) => {
      end = (how) => (how === "well" ? resolve() : reject(new Error(name)));
    });
    const through = gathering
      .through(() => work)
      .then(
        () => out.push(name),
        () => out.push(`${name}!`),
      );
    return { end, through };
  };
  return { enter, out };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test("those who work at the same time come out together, one that fails included", async () => {
  const { enter, out } = aGathering(60_000);
  const [a, b, c] = [enter("a"), enter("b"), enter("c")];
  a.end("well");
  b.end("badly");
  await soon();
  expect(out).toEqual([]);
  c.end("well");
  await Promise.all([a.through, b.through, c.through]);
  expect(out.sort()).toEqual(["a", "b!", "c"]);
});

test("whoever is alone waits for nobody", async () => {
  const { enter, out } = aGathering(60_000);
  const a = enter("a");
  a.end("well");
  await a.through;
  expect(out).toEqual(["a"]);
});

test("nobody waits longer than was said for one that does not end", async () => {
  const { enter, out } = aGathering(1);
  const [a, b] = [enter("a"), enter("b")];
  a.end("well");
  await a.through;
  expect(out).toEqual(["a"]);
  b.end("well");
  await b.through;
});
