import { pbkdf2, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derivePbkdf2 = promisify(pbkdf2);
const deriveScrypt = promisify(scrypt) as (
  password: string,
  salt: string,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;

/** Beyond, one log-in would hold a thread for seconds. Werkzeug's own defaults stay far below. */
const mostIterations = 2_000_000;
const mostScryptMemory = 256 * 1024 * 1024;

const pbkdf2Shape = /^pbkdf2:(sha1|sha256|sha512):(\d{1,7})\$([^$]+)\$([0-9a-f]+)$/;
const scryptShape = /^scrypt:(\d{1,7}):(\d{1,2}):(\d{1,2})\$([^$]+)\$([0-9a-f]+)$/;

/** A password hash of Werkzeug (`generate_password_hash`): pbkdf2 or scrypt, salt as text, key in hexadecimal. */
export const isWerkzeugHash = (stored: string): boolean =>
  pbkdf2Shape.test(stored) || scryptShape.test(stored);

/** Whether `password`, as it was typed, is the one behind `stored`. */
export async function verifyWerkzeug(stored: string, password: string): Promise<boolean> {
  const key = await derived(stored, password);
  const kept = Buffer.from(stored.slice(stored.lastIndexOf("$") + 1), "hex");
  return key !== null && key.length === kept.length && timingSafeEqual(key, kept);
}

async function derived(stored: string, password: string): Promise<Buffer | null> {
  const [, digest, rounds, salt, hex] = pbkdf2Shape.exec(stored) ?? [];
  if (digest && salt && hex) {
    const iterations = Number(rounds);
    if (iterations < 1 || iterations > mostIterations) return null;
    return derivePbkdf2(password, salt, iterations, hex.length / 2, digest);
  }
  const [, n, r, p, grain, key] = scryptShape.exec(stored) ?? [];
  const [N, size, lanes] = [Number(n), Number(r), Number(p)];
  const memory = 128 * N * size * Math.max(1, lanes);
  const isPower = N > 1 && (N & (N - 1)) === 0;
  if (!grain || !key || !isPower || size < 1 || lanes < 1 || memory > mostScryptMemory) return null;
  return deriveScrypt(password, grain, key.length / 2, {
    N,
    r: size,
    p: lanes,
    maxmem: memory + 16 * 1024 * 1024,
  });
}
