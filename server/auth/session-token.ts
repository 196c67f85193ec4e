import { createHash, randomBytes } from "node:crypto";

/** A fresh 256-bit secret, url-safe. Handed to the browser (cookie, link) and never stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the control database keeps of a token: the hexadecimal SHA-256, useless to whoever reads the file. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
