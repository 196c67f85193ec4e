import { integer } from "drizzle-orm/sqlite-core";

const flag = (name: string, byDefault: boolean) =>
  integer(name, { mode: "boolean" }).notNull().default(byDefault);

/** What was settled for the person as an employé; without effect on the other roles. */
export const settingsColumns = {
  mayIssue: flag("may_issue", true),
  maySeeOthersAmounts: flag("may_see_others_amounts", true),
  mayExport: flag("may_export", false),
};
