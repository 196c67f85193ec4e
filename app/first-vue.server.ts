import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { RouterOutputs } from "./trpc";

/**
 * A bare address opens a list on the view its reader chose; what names anything, be it only `vue=toutes`, is shown as
 * asked. A form refused at that address keeps its page: what it says would be lost.
 *
 * @throws Response a redirection to that view
 */
export const orFirstVue =
  ({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) =>
  ({ vues, vueId }: RouterOutputs["listes"]["get"]): void => {
    if (context.isForm) return;
    const { pathname, search } = new URL(request.url);
    const first = vues.find(({ id }) => id === vueId);
    if (search === "" && first?.recherche) throw redirect(`${pathname}?${first.recherche}`);
  };
