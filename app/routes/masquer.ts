import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { dismissalCookie } from "../dismissed-notice";
import { internalPath } from "../internal-path";
import { readForm } from "../read-form.server";

export const loader = () => redirect("/");

/** Put the trial's banner away until its next step; then back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  return redirect(internalPath(String(form.get("retour") ?? ""), "/"), {
    status: 303,
    headers: { "set-cookie": dismissalCookie(String(form.get("bandeau"))) },
  });
}
