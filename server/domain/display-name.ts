type Names = {
  readonly prenom: string | null;
  readonly nom: string | null;
  readonly username: string;
};

/** What colleagues read: the username until the person gives a name. */
export function displayName({ prenom, nom, username }: Names): string {
  const name = [prenom, nom].filter(Boolean).join(" ");
  return name === "" ? username : name;
}
