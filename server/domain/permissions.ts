/** `comptable`: reads and exports, over as many sociétés as invite them; takes no seat. */
export const roles = ["admin", "employe", "comptable"] as const;
export type Role = (typeof roles)[number];

/** What an administrator settles for each employé. Without effect on the other roles. */
export const memberSettings = ["mayIssue", "maySeeOthersAmounts", "mayExport"] as const;
type MemberSetting = (typeof memberSettings)[number];
export type MemberSettings = Readonly<Record<MemberSetting, boolean>>;

/** Whether a role may: always, never, or as settled for the person. */
type Rule = "yes" | "no" | MemberSetting;
type Row = Readonly<Record<Role, Rule>>;

const everyone: Row = { admin: "yes", employe: "yes", comptable: "yes" };
const writers: Row = { admin: "yes", employe: "yes", comptable: "no" };
const admins: Row = { admin: "yes", employe: "no", comptable: "no" };

/**
 * Who may do what: the one table that procedures, downloads and pages read, and that `/reglages/equipe` shows row by
 * row, in this order.
 */
export const permissions = {
  /** Clients, produits, the list of factures, how the société is set up. */
  "societe.read": everyone,
  /** Open, export or search by amount what somebody else drafted (docs/decisions/0014). */
  "factures.seeOthersAmounts": { admin: "yes", employe: "maySeeOthersAmounts", comptable: "yes" },
  "clients.write": writers,
  "produits.write": writers,
  "factures.draft": writers,
  /** Give a number: factures and avoirs. */
  "factures.issue": { admin: "yes", employe: "mayIssue", comptable: "no" },
  "reglements.record": writers,
  /** Whatever takes the whole of the société's figures out at once: registers, files for the accountant. */
  exports: { admin: "yes", employe: "mayExport", comptable: "yes" },
  /** What the société paid for its own subscription. */
  "abonnement.factures": { admin: "yes", employe: "no", comptable: "yes" },
  /** Who did what, when and from where. */
  journal: admins,
  reglages: admins,
  "abonnement.manage": admins,
  equipe: admins,
  /** Take everything away at once; delete the société. */
  donnees: admins,
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** What somebody invited as employé may do unless told otherwise. */
export const defaultSettings: MemberSettings = {
  mayIssue: true,
  maySeeOthersAmounts: true,
  mayExport: false,
};

/** A role, and what was settled for the person who has it. */
export type Rights = MemberSettings & {
  readonly role: Role;
  /** In made-up books: see `isBarred`. */
  readonly isDemonstration?: boolean;
};

const barred: ReadonlySet<Permission> = new Set([
  "abonnement.factures",
  "abonnement.manage",
  "equipe",
  "donnees",
]);

/** What has no meaning in a demonstration, whoever asks: it pays nothing, is one person's and goes at once. */
export const isBarred = (
  { isDemonstration }: Pick<Rights, "isDemonstration">,
  permission: Permission,
): boolean => isDemonstration === true && barred.has(permission);

export function isAllowed(rights: Rights, permission: Permission): boolean {
  if (isBarred(rights, permission)) return false;
  const rule = permissions[permission][rights.role];
  return rule === "yes" || (rule !== "no" && rights[rule]);
}

/** An export holds everybody's amounts: it cannot be granted to whom they are hidden. */
export const isCoherent = ({ maySeeOthersAmounts, mayExport }: MemberSettings): boolean =>
  maySeeOthersAmounts || !mayExport;

/** Those who may, always or when so settled. */
export const rolesOf = (permission: Permission): readonly Role[] =>
  roles.filter((role) => permissions[permission][role] !== "no");
