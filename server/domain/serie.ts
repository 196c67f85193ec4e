/** Whether ranks start again at 1 each calendar year. */
export const serieResets = ["yearly", "never"] as const;
export type SerieReset = (typeof serieResets)[number];
