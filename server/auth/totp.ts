import { randomBytes } from "node:crypto";
import { createTOTPKeyURI, generateHOTP, verifyHOTP } from "@oslojs/otp";

const period = 30;
const digits = 6;
/** Seconds a code may be early or late: the clock of a telephone is rarely exact (ASVS 6.5.5). */
const grace = 30;

/** A new secret of 160 bits (RFC 4226 §4 R6), base64url: to be sealed before it is stored. */
export const newTotpSecret = (): string => randomBytes(20).toString("base64url");

const keyOf = (secret: string): Uint8Array => Buffer.from(secret, "base64url");

/** What an authenticator reads, as a QR code or by hand. */
export function totpEnrolment(secret: string, account: string): { uri: string; typed: string } {
  const uri = createTOTPKeyURI("FacturePro", account, keyOf(secret), period, digits);
  return { uri, typed: new URL(uri).searchParams.get("secret") ?? "" };
}

/**
 * The step a code belongs to (RFC 6238), or null when it is wrong, out of time or not later than `lastStep`: a code
 * serves once.
 *
 * @param at instant, milliseconds UTC
 */
export function findTotpStep(
  secret: string,
  code: string,
  { at, lastStep }: { readonly at: number; readonly lastStep: number | null },
): number | null {
  const seconds = at / 1000;
  const earliest = Math.floor((seconds - grace) / period);
  const latest = Math.floor((seconds + grace) / period);
  for (let step = earliest; step <= latest; step++) {
    const isNew = lastStep === null || step > lastStep;
    if (isNew && verifyHOTP(keyOf(secret), BigInt(step), digits, code)) return step;
  }
  return null;
}

/** The code an authenticator that holds `secret` shows at an instant, milliseconds UTC. */
export const currentTotp = (secret: string, at: number): string =>
  generateHOTP(keyOf(secret), BigInt(Math.floor(at / 1000 / period)), digits);
