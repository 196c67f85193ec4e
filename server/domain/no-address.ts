/**
 * Somebody taken over from a former tool that knew no address of theirs keeps one that leads nowhere (RFC 2606 reserves
 * `.invalid`) until they give their own.
 */
const noAddressDomain = "sans-adresse.invalid";

export const noAddressOf = (userId: string): string => `${userId}@${noAddressDomain}`;

export const hasAddress = (email: string): boolean => !email.endsWith(`@${noAddressDomain}`);
