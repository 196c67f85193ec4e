import { createHash } from "node:crypto";

/** How a page names a session: derived from its id, which stays on the server. */
export const sessionRef = (sessionId: string): string =>
  createHash("sha256").update(`ref ${sessionId}`).digest("hex").slice(0, 32);
