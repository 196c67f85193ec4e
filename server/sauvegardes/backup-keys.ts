import { hkdfSync } from "node:crypto";

/** What copies are sealed with. `newest` is null when they lie in clear; all keys open. */
export type BackupKeys = {
  readonly newest: { readonly id: string; readonly key: Buffer } | null;
  find(id: string): Buffer | undefined;
};

/**
 * @param list `k2:<base64 of 32 bytes>,k1:…`, newest first; undefined: copies lie in clear. A key stays in the list as long
 * as a copy sealed with it is kept. The secret itself never encrypts: another use would derive another key (RFC 5869).
 */
export function readBackupKeys(list: string | undefined): BackupKeys {
  const keys = new Map(
    (list ?? "").split(",").flatMap((entry): [string, Buffer][] => {
      const [id = "", secret = ""] = entry.trim().split(":");
      if (id === "") return [];
      const bytes = Buffer.from(secret, "base64");
      return [[id, Buffer.from(hkdfSync("sha256", bytes, "", "facturepro sauvegardes v1", 32))]];
    }),
  );
  const [first] = keys;
  return {
    newest: first ? { id: first[0], key: first[1] } : null,
    find: (id) => keys.get(id),
  };
}
