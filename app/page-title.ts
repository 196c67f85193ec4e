/** Title of the browser's tab: the page first, so that tabs stay readable. */
export const pageTitle = (...parts: readonly string[]) => [
  { title: [...parts, "FacturePro"].filter(Boolean).join(" · ") },
];
