import { data } from "@remix-run/node";

/** The form a page was sent; a body that is none (another type, a broken boundary) is the sender's fault: 400. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data("Formulaire illisible.", 400);
  }
}
