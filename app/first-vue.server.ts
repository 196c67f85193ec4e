import { redirect } from "@remix-run/node";
import type { RouterOutputs } from "./trpc";

/**
 * A bare address opens a list on the view its reader chose; what names anything, be it only `vue=toutes`, is shown as
 * asked.
 *
 * @throws Response a redirection to that view
 */
export const orFirstVue =
  (request: Request) =>
  ({ vues, vueId }: RouterOutputs["listes"]["get"]): void => {
    const { pathname, search } = new URL(request.url);
    const first = vues.find(({ id }) => id === vueId);
    if (search === "" && first?.recherche) throw redirect(`${pathname}?${first.recherche}`);
  };
