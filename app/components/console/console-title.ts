import { pageTitle } from "../../page-title";

/** Title of a page of the console, which no search engine keeps. */
export const consoleTitle = (...parts: readonly string[]) => [
  ...pageTitle(...parts, "Console"),
  { name: "robots", content: "noindex" },
];
