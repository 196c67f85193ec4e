import { Link } from "@remix-run/react";
import { type CSSProperties, useState } from "react";
import { useTranslation } from "react-i18next";
import { polices } from "#server/domain/emetteur";
import { contrastOnWhite } from "../../colour-contrast";
import { formatEuros } from "../../formats";
import { useSociete } from "../../session";
import { useDebounced } from "../facture-editor/use-debounced";
import { SocieteLogo } from "../societe-logo";
import { templates, windows } from "./marque-forms";

export type Looks = {
  readonly template: (typeof templates)[number];
  readonly accent: string;
  readonly second: string;
  readonly window: (typeof windows)[number];
  readonly police?: (typeof polices)[number];
};

/** What the form says now; a colour half typed leaves the one before. */
export function looksOf(form: FormData, before: Looks): Looks {
  const text = (name: string) => String(form.get(name) ?? "");
  const among = <T extends string>(values: readonly T[], name: string, other: T): T =>
    values.find((value) => value === text(name)) ?? other;
  const colour = (name: "accent" | "second") =>
    contrastOnWhite(text(name)) === null ? before[name] : text(name).toLowerCase();
  return {
    template: among(templates, "template", before.template),
    accent: colour("accent"),
    second: colour("second"),
    window: among(windows, "window", before.window),
    police: among(polices, "police", before.police ?? "inter"),
  };
}

type Props = {
  readonly nom: string;
  readonly looks: Looks;
  /** Changes with what else is drawn: it is then asked again. */
  readonly drawnFrom: number;
};

/** The first page of a facture by the renderer of the documents, and a corner of the screen in the same colour. */
export function MarquePreview({ nom, looks, drawnFrom }: Props) {
  const { t } = useTranslation("reglages");
  const slug = useSociete()?.slug ?? "";
  const settled = useDebounced(looks, 350);
  const { template, accent, second, window, police = "inter" } = settled;
  const query = new URLSearchParams({ template, accent, second, window, police });
  const drawing = `/marque/apercu.svg?${query}&depuis=${drawnFrom}`;
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <section className="marque-d" aria-labelledby="m-apercu">
      <header className="zone-t">
        <h2 id="m-apercu">{t("marque.apercu")}</h2>
        <a className="lien-t" href={`/marque/apercu.pdf?${query}`} target="_blank" rel="noreferrer">
          {t("marque.ouvrirPdf")}
        </a>
      </header>
      {failed === drawing ? (
        <p className="note">{t("marque.sansImage")}</p>
      ) : (
        <img
          className="marque-page"
          src={drawing}
          width={595}
          height={842}
          alt={t("marque.apercuDe", { modele: t(`marque.modeles.${template}`) })}
          // it may have failed before this page listened
          ref={(page) => {
            if (page?.complete && page.naturalWidth === 0) setFailed(drawing);
          }}
          onError={() => setFailed(drawing)}
        />
      )}
      <div
        className="mini-ui apercu-teinte"
        style={{ "--marque": looks.accent } as CSSProperties}
        aria-hidden
      >
        <div className="mini-rail">
          <span>
            <SocieteLogo nom={nom} className="logo--mini" /> {nom}
          </span>
          <em data-actif>{t("marque.mini.factures")}</em>
          <em>{t("marque.mini.clients")}</em>
          <em>{t("marque.mini.produits")}</em>
        </div>
        <div className="mini-corps">
          <p>
            <b>{t("marque.mini.factures")}</b>
            <span className="mini-bouton">{t("marque.mini.nouvelle")}</span>
          </p>
          <p>
            <span>Bréval Architectes</span>
            <span className="num">{formatEuros(481_200)}</span>
          </p>
          <p>
            <span>Hôtel du Parc</span>
            <span className="num">{formatEuros(1_296_000)}</span>
          </p>
        </div>
      </div>
      <p className="note">
        {t("marque.connexion")}{" "}
        <Link className="lien" to={`/connexion/${slug}`}>
          /connexion/{slug}
        </Link>
      </p>
      <p className="note">{t("marque.dejaEmises")}</p>
    </section>
  );
}
