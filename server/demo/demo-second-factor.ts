import { currentTotp } from "#server/auth/totp";
import { systemClock } from "#server/clock";

/**
 * The authenticator of the demonstration's operator: public like its passwords, and refused in production with them
 * (`seedOnce`).
 */
export const demoTotpSecret = Buffer.from("facturepro-demo-2026").toString("base64url");

/** The six figures it shows now. */
export const demoCode = (): string => currentTotp(demoTotpSecret, systemClock().at);
