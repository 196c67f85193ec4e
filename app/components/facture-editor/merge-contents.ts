import type { FactureContent } from "#server/domain/facture";
import { mergeFields } from "./merge-fields";
import { mergeRows } from "./merge-rows";

type Sides = {
  /** What the server held when both began. */
  readonly base: FactureContent;
  readonly mine: FactureContent;
  readonly theirs: FactureContent;
};

/** Two people's work on one brouillon put together, or null where somebody must choose: both wrote in the same place. */
export function mergeContents({ base, mine, theirs }: Sides): FactureContent | null {
  const { lignes: rowsOfBase, ...headOfBase } = base;
  const { lignes: rowsOfMine, ...headOfMine } = mine;
  const { lignes: rowsOfTheirs, ...headOfTheirs } = theirs;
  const head = mergeFields({ base: headOfBase, mine: headOfMine, theirs: headOfTheirs });
  const lignes = mergeRows({ base: rowsOfBase, mine: rowsOfMine, theirs: rowsOfTheirs });
  return head && lignes && { ...head, lignes };
}
