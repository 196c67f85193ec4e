import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { langueNamed } from "#server/domain/langue";
import { internalPath } from "../internal-path";
import { langueCookie } from "../langue-cookie";
import { readForm } from "../read-form.server";

export const loader = () => redirect("/");

/** The language chosen, for this browser and for the account when there is one; then back to the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const choice = String(form.get("langue"));
  const langue = langueNamed(choice);
  if (langue && (await context.caller.auth.me()))
    try {
      await context.mutate("compte.chooseLangue", { langue }, null);
    } catch (error) {
      // Refused, while the service only reads for instance: this browser keeps it all the same.
      if (context.failure(error).refusal === null) throw error;
    }
  const back = internalPath(String(form.get("retour") ?? ""), "/");
  return redirect(back, { status: 303, headers: { "set-cookie": langueCookie(choice) } });
}
