import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isFramed } from "../../is-framed";
import { useMe } from "../../session";
import { Page } from "../page";
import { PublicHeader } from "../public/public-header";

type Props = {
  readonly title: string;
  /** A page under « Mon compte », which leads back to it. */
  readonly isInner?: boolean;
  readonly children: ReactNode;
};

/** A page of one's own account: in the frame of the société one works in, or alone for who has none open. */
export function ComptePage({ title, isInner, children }: Props) {
  const { t } = useTranslation("compte");
  const me = useMe();
  if (isFramed(me))
    return (
      <Page title={title} breadcrumb={isInner ? [{ to: "/compte", label: t("titre") }] : []}>
        {children}
      </Page>
    );
  return (
    <div className="compte-seul">
      <PublicHeader>
        {me && me.memberships.length > 0 && (
          <Link className="lien" to="/choisir-societe">
            {t("sansSociete")}
          </Link>
        )}
      </PublicHeader>
      <main className="contenu" id="contenu">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
