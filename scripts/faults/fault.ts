/** What a fault test showed. `broken` lists every promise that did not hold, in words; empty when all did. */
export type FaultResult = {
  readonly dose: string;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly broken: readonly string[];
};

export type Fault = {
  readonly name: string;
  readonly promise: string;
  run(tell: (line: string) => void): Promise<FaultResult>;
};

/** Collects what does not hold. */
export function createVerdict() {
  const broken: string[] = [];
  return {
    broken,
    expect(holds: boolean, otherwise: string) {
      if (!holds) broken.push(otherwise);
    },
  };
}
