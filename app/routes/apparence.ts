import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { internalPath } from "../internal-path";
import { readForm } from "../read-form.server";
import { themeCookie } from "../theme";

export const loader = () => redirect("/");

/** Light, dark, or as the system is; then back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const back = internalPath(String(form.get("retour") ?? ""), "/");
  return redirect(back, {
    status: 303,
    headers: { "set-cookie": themeCookie(String(form.get("theme"))) },
  });
}
