import { redirect } from "@remix-run/node";
import { defineForm } from "../define-form";
import { writes } from "../write.server";

const logout = defineForm({
  procedure: "auth.logout",
  read: () => undefined,
  next: () => "/connexion",
});

/** Leaving is an act: a link, or an image, must not be able to do it. */
export const loader = () => redirect("/");

export const action = writes([logout]);
