/** A rule a snapshot breaks: its official name (BR-CO-10, BR-FR-05…) and the field it looks at. */
export type Broken = { readonly rule: string; readonly field: string };

export const unless = (isSound: boolean, rule: string, field: string): readonly Broken[] =>
  isSound ? [] : [{ rule, field }];
