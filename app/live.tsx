import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { gatheredEvents, type Heard } from "./gathered-events";
import { isOwnAct } from "./own-acts";
import { type Me, usePlainClient, useSociete } from "./session";
import { setSessionLoss } from "./session-loss";
import { type RouterOutputs, trpc } from "./trpc";

/** A browser comes back by itself after a cut, but gives up on a refusal, such as a proxy's while the service restarts. */
const firstRetryMs = 3_000;
const longestRetryMs = 5 * 60_000;
/** An act of this page that ended the stream has gone to its next page by then, ms. */
const ownActMs = 500;

type Event = { readonly kind: string; readonly entityId: string };
type Router = keyof Pick<
  RouterOutputs,
  | "abonnement"
  | "annonces"
  | "clients"
  | "equipe"
  | "factures"
  | "listes"
  | "pilotage"
  | "produits"
  | "societe"
>;

/** Which queries a fact of the journal makes old. */
const concerned: Readonly<Record<string, readonly Router[]>> = {
  abonnement: ["abonnement", "societe"],
  annonce: ["annonces"],
  avoir: ["factures", "pilotage"],
  client: ["clients"],
  facture: ["factures"],
  membre: ["equipe"],
  marque: ["societe"],
  produit: ["produits"],
  reglement: ["factures", "pilotage"],
  serie: ["societe"],
  societe: ["societe"],
  vue: ["listes"],
};

/**
 * The service said the stream is over: the session ended or left, or what the person may do changed. The page finds out
 * which; where they are still in the société, it reads again what they may see, and listens again.
 */
function useStreamEnd(listenAgain: () => void) {
  const here = useSociete()?.societeId ?? null;
  const client = usePlainClient();
  const cache = trpc.useUtils();
  const revalidateCalmly = useCalmRevalidation();
  const readEverything = () => {
    revalidateCalmly();
    void cache.invalidate();
  };
  return () => {
    const find = async () => {
      const now = (await client.query("auth.me")) as Me;
      const place = now?.member?.societeId ?? null;
      if (now === null) return setSessionLoss("SESSION_REQUIRED");
      if (place === null) return setSessionLoss("SOCIETE_REQUIRED");
      if (place !== here) return setSessionLoss("SOCIETE_MISMATCH");
      setTimeout(readEverything, ownActMs);
      setTimeout(() => {
        listenAgain();
        readEverything(); // what changed while nobody listened
      }, firstRetryMs);
    };
    void find().catch(() => setTimeout(listenAgain, firstRetryMs)); // no network: listening again says why
  };
}

/** The loaders read again once no navigation is under way: it would be begun anew. */
function useCalmRevalidation() {
  const { revalidate } = useRevalidator();
  const { state } = useNavigation();
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isDue || state !== "idle") return;
    setDue(false);
    revalidate();
  }, [isDue, state, revalidate]);
  return () => setDue(true);
}

type Cache = ReturnType<typeof trpc.useUtils>;

/** What these events made old is read again, each query once, whatever their number. */
function readAgain(cache: Cache, heard: readonly Heard<Event>[]): void {
  // The write itself has refreshed its page.
  const events = heard.filter(({ event, at }) => !isOwnAct(event.entityId, at));
  if (events.length === 0) return;
  const kinds = new Set(events.map(({ event }) => event.kind));
  const routers = new Set([...kinds].flatMap(routersOf));
  for (const router of routers) void cache[router].invalidate();
  void cache.recherche.invalidate();
  void cache.journal.list.invalidate();
}

/** An issue also moves the next number and the figures, and counts one more of the period. */
function routersOf(kind: string): readonly Router[] {
  const [noun = ""] = kind.split(".");
  const own = concerned[noun] ?? [];
  return kind.endsWith(".issued") ? [...own, "abonnement", "pilotage", "societe"] : own;
}

/** One subscription for the whole page: what colleagues do refreshes what is on screen within a second. */
export function Live() {
  const societe = useSociete();
  const cache = trpc.useUtils();
  const gathered = useMemo(
    () => gatheredEvents<Event>((heard) => readAgain(cache, heard)),
    [cache],
  );
  useEffect(() => () => gathered.stop(), [gathered]);
  const failures = useRef(0);
  const { status, reset } = trpc.journal.live.useSubscription(undefined, {
    enabled: societe !== null,
    onData: ({ data }) => {
      failures.current = 0;
      if (data.kind !== "facture.presence") gathered.add(data);
      else void cache.factures.presences.invalidate();
    },
    onComplete: useStreamEnd(() => reset()),
  });
  useEffect(() => {
    if (status !== "error") return;
    const wait = Math.min(firstRetryMs * 2 ** failures.current, longestRetryMs);
    failures.current += 1;
    const timer = setTimeout(reset, wait);
    return () => clearTimeout(timer);
  }, [status, reset]);
  return null;
}
