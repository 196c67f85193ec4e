import type { ReactNode } from "react";
import { ProductMark } from "../product-mark";

type Props = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
};

/** The narrow page of one act before the product: to log in, to choose a société, to change a password. */
export function Gate({ title, lead, children }: Props) {
  return (
    <div className="porte">
      <main className="porte-c">
        <div className="porte-m">
          <ProductMark size={56} />
          <h1>{title}</h1>
          <p className="doux">{lead}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
