import type { SocieteId } from "#server/tenancy/tenant";
import type { Person, StaffedSociete } from "../support/a-staffed-societe.ts";
import type { World } from "./a-world.ts";

const person = (name: string): Person => ({
  userId: name.repeat(32),
  username: `${name}-personne`,
  email: `${name}@fausse.example`,
  cookie: `session=${name}`,
});

const societe = (name: string, mark: string): StaffedSociete => ({
  id: name.repeat(32) as SocieteId,
  nom: mark,
  mark,
  staff: {
    admin: person(name),
    employe: person(name),
    comptable: person(name),
    restreint: person(name),
    complet: person(name),
  },
  call: async () => null,
});

/** Two sociétés without a service: to try the suite itself. `state` is the content of every database. */
export function aFakeWorld(state = () => ""): World {
  const rows = async () => ({ clients: [{ id: "b".repeat(32) }] });
  const hash = async () => state();
  const content = { rows, hash, hashOfBooks: hash, close: () => {} };
  const witness = { settled: async () => {} };
  return {
    service: { doors: { auth: { cookieName: "session" }, witness } } as World["service"],
    a: societe("a", "Alphaville"),
    b: societe("b", "Zorglub"),
    editeur: societe("e", "Omicron"),
    both: person("c"),
    contentOfA: content,
    contentOfB: content,
    control: content,
    close: async () => {},
  };
}
