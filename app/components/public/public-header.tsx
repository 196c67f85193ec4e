import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProductMark } from "../product-mark";

export function PublicHeader({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="pub-tete">
      <Link className="pub-marque" to="/">
        <ProductMark />
        <span>{t("produit")}</span>
      </Link>
      <nav className="pub-nav" aria-label={t("cadre.site")}>
        {children}
      </nav>
    </header>
  );
}
