import "../support/speak-french.ts";
import { ArrowUp } from "lucide-react";
import {
  type ComponentProps,
  createContext,
  forwardRef,
  memo,
  type ReactNode,
  useContext,
  useState,
} from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { FactureRow, type ListedFacture } from "../../app/components/facture-list/facture-row";
import { drawn, drawnOnce } from "../../app/drawn";
import { createMarkupShelf } from "../../app/markup-shelf";
import { NotStatic, staticMarkup } from "../../app/static-markup";

const words: ComponentProps<typeof FactureRow>["words"] = {
  cycle: () => "Émise",
  settlement: (status, days) => `${status} ${days}`,
  language: "fr",
  sansNumero: "sans n° <à émettre>",
  avoir: "Avoir",
  sansClient: "sans client",
  masque: "masqué",
  choisir: "Choisir ",
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

/** As the links and forms of Remix: forwarded, with hooks. */
const quiet = {
  isActive: false,
  isSelected: false,
  canRecord: true,
  colonnes: ["objet", "date", "reste", "reglement", "etat"],
} as const;

const Counted = forwardRef<HTMLElement, { from: number }>(({ from }, ref) => {
  const [count] = useState(from);
  const { title } = useContext(Titled);
  return (
    <b ref={ref} title={title}>
      {count} fois
    </b>
  );
});

const Titled = createContext({ title: "d'ici" });

const pieces: readonly ReactNode[] = [
  ...rows.map((one) => (
    <FactureRow key={one.number} row={one} words={words} today="2026-05-01" {...quiet} />
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
  <form key="form" action="/x" method="post" encType="multipart/form-data" onSubmit={() => {}}>
    <label htmlFor="q">Nom</label>
    <input
      id="q"
      name="q"
      type="search"
      defaultValue={'"l\'Été"'}
      maxLength={200}
      spellCheck={false}
    />
    <input type="hidden" value="" name="vide" />
    <input type="checkbox" checked={false} onChange={() => {}} data-choix="" />
    <input checked type="checkbox" value="1" onChange={() => {}} className="case" />
    <button type="submit" name="theme" value="clair" onClick={() => {}}>
      <i style={{ width: "40%" }} hidden />
      <a href="/x.csv" download>
        tout
      </a>
    </button>
    <p {...drawn(<b>déjà écrit</b>)} />
    <Counted from={3} />
  </form>,
];

const Drawn = ({ piece }: { piece: ReactNode }) => <tbody {...drawn(piece)} />;

test("what is drawn at once is, sign for sign, what React writes", () => {
  for (const piece of pieces) {
    expect(renderToString(<Drawn piece={piece} />)).toBe(renderToString(<tbody>{piece}</tbody>));
  }
});

test("a row that changed is drawn anew, one that did not is remembered", () => {
  const drawnRow = (one: ListedFacture, today: string) =>
    staticMarkup(<FactureRow row={one} words={words} today={today} {...quiet} />);
  const before = drawnRow(row, "2026-05-01");

  expect(drawnRow({ ...row }, "2026-05-01")).toBe(before);
  expect(drawnRow(row, "2026-05-02")).not.toBe(before);
  expect(drawnRow({ ...row, clientNom: "Autre" }, "2026-05-01")).toContain("Autre");
});

test("what is drawn once is drawn again as soon as what it follows from changes", () => {
  const html = (name: string) =>
    renderToString(<p {...drawnOnce(["essai", name], () => <b>{name}</b>)} />);

  expect(html("Lenoir")).toBe("<p><b>Lenoir</b></p>");
  expect(html("Martin")).toBe("<p><b>Martin</b></p>");
  expect(html("Lenoir")).toBe("<p><b>Lenoir</b></p>");
});

test("the markup kept never grows beyond its measure, and what is asked for stays", () => {
  const shelf = createMarkupShelf(1_000);
  let made = 0;
  const ask = (key: string) =>
    shelf.get(key, () => {
      made++;
      return "x".repeat(90);
    });
  for (let i = 0; i < 100; i++) {
    ask("often");
    ask(`seldom ${i}`);
  }
  expect(made).toBe(101);
  ask("seldom 0");
  expect(made).toBe(102);
});

test("what cannot be drawn as React would is left to React", () => {
  const refused = [
    <textarea key="textarea" name="x" />,
    <p key="style" style={{ marginTop: "1px" }} />,
    <p key="attribute" lang="fr" itemScope />,
    <Titled.Provider key="context" value={{ title: "" }} />,
  ];
  for (const piece of refused) {
    expect(() => staticMarkup(piece)).toThrow(NotStatic);
    expect(renderToString(<Drawn piece={piece} />)).toBe(renderToString(<tbody>{piece}</tbody>));
  }
});
