/** Address of the current société's logo; its name changes with its content. Null without a logo. */
export const logoUrl = (sha256: string | null): string | null =>
  sha256 === null ? null : `/marque/logo.png?v=${sha256.slice(0, 12)}`;
