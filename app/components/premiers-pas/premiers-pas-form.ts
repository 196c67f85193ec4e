import { defineForm } from "../../define-form";

/** Put the first steps away, or bring them back; both end where they are shown. */
export const premiersPasForm = defineForm({
  procedure: "premiersPas.setHidden",
  read: (form) => ({ isHidden: form.text("isHidden") === "oui" }),
  next: () => "/tableau-de-bord",
});
