import { House, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Liste } from "#server/domain/liste";
import { useSentences } from "../../sentences";
import { failureOf, type RouterOutputs, trpc } from "../../trpc";
import { Write } from "../../write";
import { Button } from "../button";
import { CheckField } from "../check-field";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { showToast } from "../toast/toast-store";
import { updateVueForm } from "./vue-forms";

type Vue = RouterOutputs["listes"]["get"]["vues"][number];
type Props = {
  readonly liste: Liste;
  readonly vue: Vue;
  /** The list opens on it. */
  readonly isFirst: boolean;
  readonly close: () => void;
};

export function VueSettings({ liste, vue, isFirst, close }: Props) {
  const { t } = useTranslation("listes");
  const { first, remove, restored } = useVueActs({ liste, vue, isFirst, close });
  return (
    <>
      {!vue.isOwn && <p className="note">{t("vues.partagee", { auteur: vue.auteur })}</p>}
      <Write form={updateVueForm} about={vue.id} className="form-grille" onDone={restored}>
        <ErrorSummary labels={{ nom: t("vues.nom") }} />
        <input type="hidden" name="vueId" value={vue.id} />
        <TextField
          name="nom"
          label={t("vues.nom")}
          defaultValue={vue.nom}
          maxLength={60}
          autoComplete="off"
        />
        <CheckField name="isShared" label={t("vues.partager")} defaultChecked={vue.isShared} />
        <SubmitButton>{t("vues.confirmer")}</SubmitButton>
      </Write>
      <div className="menu__actes">
        <Button look="discret" onClick={first}>
          <House className="ic" aria-hidden />
          {t(isFirst ? "vues.plusOuvrir" : "vues.ouvrir")}
        </Button>
        <Button look="discret" onClick={remove}>
          <Trash2 className="ic" aria-hidden />
          {t("vues.supprimer")}
        </Button>
      </div>
    </>
  );
}

/** What is done at once; a view removed can be had back. */
function useVueActs({ liste, vue, isFirst, close }: Props) {
  const { t } = useTranslation("listes");
  const { ofFailure } = useSentences();
  const cache = trpc.useUtils();
  const over = (text: string, undo?: () => void) => {
    close();
    void cache.listes.get.invalidate();
    showToast({ text, ...(undo && { undo: { label: t("annulerActe"), act: undo } }) });
  };
  const onError = (error: unknown) => showToast({ text: ofFailure(failureOf(error)) });
  const save = trpc.listes.saveVue.useMutation({
    onSuccess: () => over(t("vues.enregistree")),
    onError,
  });
  const setFirst = trpc.listes.setFirstVue.useMutation({
    onSuccess: ({ vueId }) => over(t(vueId ? "vues.ouverte" : "vues.plusOuverte")),
    onError,
  });
  const { nom, recherche, isShared } = vue;
  const drop = trpc.listes.deleteVue.useMutation({
    onSuccess: () =>
      over(t("vues.supprimee"), () => save.mutate({ liste, nom, recherche, isShared })),
    onError,
  });
  return {
    first: () => setFirst.mutate({ liste, vueId: isFirst ? null : vue.id }),
    remove: () => drop.mutate({ vueId: vue.id }),
    restored: () => over(t("vues.enregistree")),
  };
}
