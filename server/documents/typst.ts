/** Files of one document, by name, beside the templates. All four are mapped for every document: see `renderDocument`. */
export type DocumentFiles = Readonly<
  Record<"invoice.json" | "factur-x.xml" | "qr.svg" | "logo", Uint8Array>
>;

export type TypstSource = {
  /** Name inside `templates/`, e.g. "sobre.typ": from a closed list, never from outside. */
  readonly main: string;
  readonly files: DocumentFiles;
};

/** What both builds of Typst 0.14.2 offer. Calls are synchronous: no other document can slip in between. */
export type Typst = {
  readonly engine: "native" | "wasm";
  /**
   * Tagged PDF: a PDF/A-3a from the native build, a plain PDF 1.7 from the other (`finishPdf` completes both).
   *
   * @param at creation date, whole seconds since 1970: the same one gives the same bytes. The template has it too,
   *   because the WebAssembly build knows no other way.
   */
  pdf(source: TypstSource, at: number): Uint8Array;
  /** One SVG of all pages, one below the other; null where this build cannot draw. */
  svg(source: TypstSource): string | null;
  /** Forget what was memoised for earlier documents. */
  evict(): void;
};

export type TypstAssets = { readonly templatesDir: string; readonly fontsDir: string };

/** The template does not compile: a bug of ours, or a text that `printable` should have caught. */
export class TypstError extends Error {
  override readonly name = "TypstError";
}
