import { defaultSettings, isCoherent, type Rights } from "#server/domain/permissions";
import type { Problem } from "#server/domain/refusal";

/** What is kept of a role and its settings: those of an employé only, the others have theirs from the table. */
export const settledRights = ({ role, ...settings }: Rights): Rights =>
  role === "employe"
    ? {
        role,
        mayIssue: settings.mayIssue,
        maySeeOthersAmounts: settings.maySeeOthersAmounts,
        mayExport: settings.mayExport,
      }
    : { role, ...defaultSettings };

export const problemsOfRights = (rights: Rights): Problem[] =>
  isCoherent(rights) ? [] : [{ field: "mayExport", code: "EXPORT_SHOWS_AMOUNTS" }];
