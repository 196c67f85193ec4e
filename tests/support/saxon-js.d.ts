declare module "saxon-js" {
  type Options = {
    stylesheetInternal: object;
    stylesheetBaseURI?: string;
    sourceText: string;
    destination: "serialized";
  };
  const saxon: { transform(options: Options, execution: "sync"): { principalResult: string } };
  export = saxon;
}
