import type { fr } from "./fr";

/** A catalogue of another language: the same keys, all of them and no others. */
export type Twin<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Twin<T[K]>;
};

/** Every sentence of one language. */
export type Words = Twin<typeof fr>;
