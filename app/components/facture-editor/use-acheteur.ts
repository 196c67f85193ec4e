import { useMemo } from "react";
import type { Acheteur } from "#server/domain/emetteur";
import { trpc } from "../../trpc";

/** The chosen client as buyer of the document; null until it is chosen and known. */
export function useAcheteur(clientId: string | null): Acheteur | null {
  const { data } = trpc.clients.get.useQuery(
    { clientId: clientId ?? "" },
    { enabled: clientId !== null },
  );
  return useMemo(() => {
    if (!data || clientId === null) return null;
    const { type, nom, siren, siret, tvaNumber, email, address } = data;
    return { type, nom, siren, siret, tvaNumber, email, address };
  }, [data, clientId]);
}
