import type { AuthDoors } from "./auth-doors.ts";

/** Ends a session on the server, its live streams included. Without effect on one already over. */
export async function logOut({ lucia, streams }: AuthDoors, sessionId: string): Promise<void> {
  await lucia.invalidateSession(sessionId);
  streams.close([sessionId]);
}
