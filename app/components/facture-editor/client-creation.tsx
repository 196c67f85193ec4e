import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSentences } from "../../sentences";
import { usePlainClient } from "../../session";
import { type Failure, failureOf, trpc } from "../../trpc";
import { Modal } from "../facture-modal/modal";

type Props = {
  readonly nom: string;
  readonly onCreated: (clientId: string) => void;
  readonly onClose: () => void;
};

type Form = Record<"nom" | "siren" | "email" | "line1" | "zip" | "city" | "country", string> & {
  readonly type: "professionnel" | "particulier";
};

const fields = ["nom", "siren", "line1", "zip", "city", "email"] as const;
type Field = (typeof fields)[number];
const pathOf = (field: Field) =>
  field === "line1" || field === "zip" || field === "city" ? `address.${field}` : field;

/** A new client without leaving the facture: what the document needs, the rest can wait for its own page. */
export function ClientCreation({ nom, onCreated, onClose }: Props) {
  const { t } = useTranslation("factures");
  const { form, set, failure, isPending, submit } = useCreation(nom, onCreated);
  const { ofProblem, ofFailure } = useSentences();
  const shown = form.type === "particulier" ? fields.filter((name) => name !== "siren") : fields;
  return (
    <Modal title={t("client.titre")} onClose={onClose}>
      <form
        className="form-grille"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset className="choix-type">
          <legend className="vh">{t("client.type")}</legend>
          {(["professionnel", "particulier"] as const).map((type) => (
            <label key={type}>
              <input
                type="radio"
                name="type"
                checked={form.type === type}
                onChange={() => set({ type })}
              />
              {t(`client.${type}`)}
            </label>
          ))}
        </fieldset>
        {shown.map((field) => {
          const problem = failure?.problems.find((one) => one.field === pathOf(field));
          return (
            <label key={field} className="groupe">
              <span className="etiquette">{t(`client.${field}`)}</span>
              <input
                className="champ"
                name={field}
                value={form[field]}
                aria-invalid={problem !== undefined}
                aria-describedby={problem ? `client-${field}-erreur` : undefined}
                onChange={({ target }) => set({ [field]: target.value })}
              />
              {problem && (
                <span className="erreur" id={`client-${field}-erreur`}>
                  {ofProblem(problem)}
                </span>
              )}
            </label>
          );
        })}
        {failure && failure.problems.length === 0 && (
          <p className="erreur" role="alert">
            {ofFailure(failure)}
          </p>
        )}
        <div className="acts acts--fin">
          <button type="button" className="bouton" onClick={onClose}>
            {t("annuler")}
          </button>
          <button type="submit" className="bouton bouton--principal" aria-disabled={isPending}>
            {t("client.creer")}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function useCreation(nom: string, onCreated: (clientId: string) => void) {
  const client = usePlainClient();
  const cache = trpc.useUtils();
  const isSiren = /^[\d\s]{9,14}$/.test(nom);
  const [form, setForm] = useState<Form>({
    type: "professionnel",
    nom: isSiren ? "" : nom,
    siren: isSiren ? nom : "",
    email: "",
    line1: "",
    zip: "",
    city: "",
    country: "FR",
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const submit = async () => {
    if (isPending) return;
    setPending(true);
    const { type, siren, email, line1, zip, city, country } = form;
    try {
      const created = await client.mutation("clients.create", {
        type,
        nom: form.nom,
        siren: type === "professionnel" ? siren : "",
        siret: "",
        tvaNumber: "",
        email,
        phone: "",
        address: { line1, line2: "", zip, city, country },
        note: "",
        echeance: null,
      });
      await cache.clients.invalidate();
      onCreated((created as { clientId: string }).clientId);
    } catch (error) {
      setFailure(failureOf(error));
      setPending(false);
    }
  };
  return { form, set, failure, isPending, submit };
}
