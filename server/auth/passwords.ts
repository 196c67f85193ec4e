import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "#server/domain/refusal";
import { isWerkzeugHash, verifyWerkzeug } from "./werkzeug-hash.ts";

/** argon2id, the floor advised by OWASP: 19 MiB, two passes, one lane; 18 ms on the machine of reference. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const prefix = "$argon2id$v=19$m=19456,t=2,p=1$";

/**
 * The hash of nobody's password, checked when the account does not exist so that the answer takes the same time. Its
 * parameters are those of `parameters`; what it hashes was random and is forgotten.
 */
const decoy = `${prefix}2nnppVqr0ClucjYIjP4ufA$EpTK6wet9sshO+qDeokoVeBpdSIMWVaozbIY5hddEJI`;

export type Passwords = {
  /** @throws Refusal TOO_BUSY when too many hashes already wait */
  hash(password: string): Promise<string>;
  /**
   * Whether `password` is the one behind `stored`; without `stored` (no such account) works as long and answers false.
   *
   * @throws Refusal TOO_BUSY when too many hashes already wait
   */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** True when `stored` was made with weaker parameters than today's. */
  isOutdated(stored: string): boolean;
  /** Hashes computed since the start, decoys included. */
  readonly computed: number;
};

/**
 * Hashes at most `concurrency` passwords at a time (libuv has four threads, shared with the files) and keeps at most
 * `waiting` more in line: beyond, a burst of logins would hold everybody else's request.
 */
export function createPasswords({ concurrency = 4, waiting = 64 } = {}): Passwords {
  const inLine = createLine(concurrency, waiting);
  let computed = 0;

  return {
    hash: (password) =>
      inLine(() => {
        computed += 1;
        return hash(normalise(password), parameters);
      }),
    verify: (stored, password) =>
      inLine(async () => {
        computed += 1;
        if (stored !== null && isWerkzeugHash(stored)) return verifyWerkzeug(stored, password);
        const isRight = await verify(stored ?? decoy, normalise(password));
        return isRight && stored !== null;
      }),
    isOutdated: (stored) => !stored.startsWith(prefix),
    get computed() {
      return computed;
    },
  };
}

/** Whether a stored hash can be checked here: ours, or one of the former tool. */
export const isKnownHash = (stored: string): boolean =>
  stored.startsWith("$argon2id$") || isWerkzeugHash(stored);

/** The same password typed on a Mac (decomposed accents) and on a PC is the same password (NIST SP 800-63B §3.1.1.2). */
const normalise = (password: string): string => password.normalize("NFKC");

function createLine(concurrency: number, waiting: number) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (running >= concurrency) {
      if (queue.length >= waiting) throw new Refusal("TOO_BUSY");
      await new Promise<void>((enter) => queue.push(enter));
    } else running += 1;
    try {
      return await job();
    } finally {
      // The place passes straight to the next in line: a newcomer cannot slip in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
