import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { Matched } from "../matched";
import { useCombobox } from "./use-combobox";
import { useDebounced } from "./use-debounced";

type Props = {
  readonly isInvalid: boolean;
  readonly onChoose: (clientId: string) => void;
  readonly onCreate: (nom: string) => void;
  readonly onCancel: () => void;
};

/** Finds a client as one types its name, town or SIREN; the last choice creates it. */
export function ClientCombobox({ isInvalid, onChoose, onCreate, onCancel }: Props) {
  const { t } = useTranslation("factures");
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim(), 80);
  const { data = [] } = trpc.clients.suggest.useQuery(
    { q },
    { placeholderData: (before) => before, staleTime: 10_000 },
  );
  const box = useCombobox({
    count: data.length + 1,
    startsOnFirst: typed.trim() !== "",
    onPick: (index) => {
      const client = data[index];
      if (client) onChoose(client.id);
      else onCreate(typed.trim());
    },
  });
  return (
    <div className="client-choix">
      <input
        {...box.inputProps}
        className="champ"
        data-field="client"
        aria-label={t("editeur.chercherClient")}
        aria-invalid={isInvalid}
        placeholder={t("editeur.chercherClient")}
        value={typed}
        maxLength={100}
        onFocus={box.open}
        onBlur={() => {
          box.close();
          if (typed === "") onCancel();
        }}
        onChange={({ target }) => {
          setTyped(target.value);
          box.open();
        }}
        onKeyDown={(event) => {
          if (box.onKey(event)) event.preventDefault();
        }}
      />
      {box.isShown && (
        <div className="menu suggestions">
          <p className="suggestions__titre">{t("editeur.vosClients")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA 1.2 gives a list this role. */}
          <ul id={box.listId} role="listbox" aria-label={t("editeur.vosClients")}>
            {data.map((client, index) => (
              <li key={client.id} {...box.optionProps(index)} className="suggestions__client">
                <span className="suggestions__nom">
                  <Matched text={client.nom} typed={typed} />
                </span>
                <span className="doux texte-13">{client.city}</span>
              </li>
            ))}
            <li {...box.optionProps(data.length)} className="suggestions__neuf">
              <Plus className="ic" aria-hidden />
              <span>
                {typed.trim() === ""
                  ? t("editeur.nouveauClient")
                  : t("editeur.creerClient", { nom: typed.trim() })}
              </span>
            </li>
          </ul>
        </div>
      )}
    </div>
  );
}
