import { choicePath } from "../../choice-path";
import { defineForm } from "../../define-form";
import { homePath } from "../../home-path";

/** Both change of société: the forms are posted as whole pages, to the page where one chooses, which says what is refused. */
export const openDemonstrationForm = defineForm({
  procedure: "demonstration.open",
  read: () => undefined,
  next: () => homePath,
});

export const endDemonstrationForm = defineForm({
  procedure: "demonstration.end",
  read: () => undefined,
  next: ({ societeId }) => (societeId === null ? choicePath() : homePath),
});
