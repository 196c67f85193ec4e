/** What a sealed authenticator secret is bound to: copied to somebody else's row, it does not open. */
export const totpContext = (userId: string): string => `totp ${userId}`;
