import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { internalPath } from "../internal-path";
import { readForm } from "../read-form.server";

export const loader = () => redirect("/");

/** Put one announcement away, for oneself; then back to the page. One that is gone already is no fault of anybody's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const annonceId = form.get("annonce");
  if (typeof annonceId !== "string") throw data("Formulaire inconnu.", 400);
  try {
    await context.mutate("annonces.putAway", { annonceId }, null);
  } catch (error) {
    const { status } = context.failure(error);
    if (status !== 404) throw data(null, status);
  }
  return redirect(internalPath(String(form.get("retour") ?? ""), "/"), 303);
}
