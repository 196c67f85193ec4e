import { useSearchParams } from "@remix-run/react";
import { canonicalRecherche, type Liste } from "#server/domain/liste";
import { trpc } from "../../trpc";

/** What the address asks of the list, and the kept view that asks the same. */
export function useCurrentVue(liste: Liste) {
  const [params] = useSearchParams();
  const [{ vues, vueId }] = trpc.listes.get.useSuspenseQuery({ liste });
  const recherche = canonicalRecherche(liste, String(params));
  const current = vues.find((vue) => vue.recherche === recherche);
  return { recherche, vues, firstId: vueId, current };
}
