import { expect, test } from "vitest";
import { choicePath } from "../../app/choice-path.ts";

test.for([
  [undefined, "/choisir-societe"],
  ["/tableau-de-bord", "/choisir-societe"],
  ["/factures?q=é&vue=toutes", "/choisir-societe?suite=%2Ffactures%3Fq%3D%C3%A9%26vue%3Dtoutes"],
  ["/choisir-societe?suite=%2Fclients", "/choisir-societe?suite=%2Fclients"],
])("on the way to %s, a société is chosen at %s", ([after, at]) => {
  expect(choicePath(after)).toBe(at);
});
