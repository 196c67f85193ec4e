import { ArrowUp } from "lucide-react";
import { type ComponentProps, createElement, memo, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { FactureRow, type ListedFacture } from "../../app/components/facture-list/facture-row";
import { drawn } from "../../app/drawn";
import { staticMarkup } from "../../app/static-markup";

const words: ComponentProps<typeof FactureRow>["words"] = {
  cycle: () => "Émise",
  settlement: (status, days) => `${status} ${days}`,
  sansNumero: "sans n° <à émettre>",
  avoir: "Avoir",
  sansClient: "sans client",
  masque: "masqué",
};

const row: ListedFacture = {
  id: "0".repeat(32),
  type: "facture",
  status: "emise",
  number: "F-2026-00001",
  issuedOn: "2026-03-02",
  dueOn: "2026-04-01",
  clientNom: 'Cœur & Fils « l\'Été » <script>alert("1")</script>',
  subject: "",
  totalTtc: 123_456 as ListedFacture["totalTtc"],
  isCancelled: false,
  settlement: { reste: 123_456 as ListedFacture["totalTtc"], status: "en_retard" },
};

const rows: readonly ListedFacture[] = [
  row,
  { ...row, type: "avoir", settlement: null },
  { ...row, totalTtc: null, settlement: { reste: null, status: "partielle" } },
  { ...row, status: "brouillon", number: null, issuedOn: null, dueOn: null, clientNom: "" },
  { ...row, isCancelled: true, settlement: { reste: 0 as never, status: "annulee" } },
];

const Pair = memo(({ text }: { text: string }) => (
  <>
    {text}
    {" · "}
    {1.5}
    {text}
  </>
));

const pieces: readonly ReactNode[] = [
  ...rows.map((one) => (
    <FactureRow
      key={one.number}
      row={one}
      words={words}
      today="2026-05-01"
      isActive={false}
      canRecord
    />
  )),
  <tr key="texts" title={'"quoted" & <more>'} data-on={false} aria-hidden>
    {null}
    {undefined}
    {true}
    {""}a{"b"}
    {0}
    <br />
    <Pair text="c" />
    <i />d{["e", <b key="b">f</b>, "g"]}
  </tr>,
  <a key="icon" href="/x?a=1&b=2">
    <ArrowUp className="ic" aria-hidden /> haut
  </a>,
];

const Drawn = ({ piece }: { piece: ReactNode }) => <tbody {...drawn(piece)} />;

test("what is drawn at once is, sign for sign, what React writes", () => {
  for (const piece of pieces) {
    expect(renderToString(<Drawn piece={piece} />)).toBe(renderToString(<tbody>{piece}</tbody>));
  }
});

test("what cannot be drawn as React would is refused", () => {
  const refused = [
    <input key="input" name="x" />,
    <p key="style" style={{ color: "red" }} />,
    createElement("p", { key: "html", ["dangerouslySetInnerHTML"]: { __html: "<b>" } }),
  ];
  for (const piece of refused) expect(() => staticMarkup(piece)).toThrow("static");
});
