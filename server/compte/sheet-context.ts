/** What a sealed sheet of recovery codes is bound to. */
export const sheetContext = (userId: string): string => `recovery ${userId}`;
