import type { ReactNode } from "react";
import { type PublicMarque, publicLogoUrl } from "../../public-marque";
import { ProductMark } from "../product-mark";
import { SocieteLogo } from "../societe-logo";
import { PublicFooter } from "./public-footer";

type Props = {
  readonly title: string;
  readonly lead: string;
  /** In whose colours; ours unless told. */
  readonly marque?: PublicMarque | null;
  readonly children: ReactNode;
};

/** The narrow page of one act before the product: to log in, to choose a société, to change a password. */
export function Gate({ title, lead, marque, children }: Props) {
  return (
    <div className="porte">
      <main className="porte-c">
        <div className="porte-m">
          {marque ? (
            <>
              <SocieteLogo nom={marque.nom} src={publicLogoUrl(marque)} className="logo--depot" />
              <p className="porte-nom">{marque.nom}</p>
            </>
          ) : (
            <ProductMark size={56} />
          )}
          <h1>{title}</h1>
          <p className="doux">{lead}</p>
        </div>
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}
