import type { ComponentProps } from "react";
import type { Liste } from "#server/domain/liste";
import { ListViews } from "../list/list-views";
import { useCurrentVue } from "./use-current-vue";
import { VueMenu } from "./vue-menu";

type Props = Omit<ComponentProps<typeof ListViews>, "kept" | "keptId"> & { readonly liste: Liste };

/** The views of a list: ready-made, then this person's and the shared ones; and the way to keep one more. */
export function ListeViews({ liste, ...rest }: Props) {
  const { vues, current } = useCurrentVue(liste);
  return (
    <div className="vues-rang">
      <ListViews {...rest} kept={vues} keptId={current?.id} />
      <VueMenu liste={liste} />
    </div>
  );
}
