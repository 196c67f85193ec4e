/** Where a person arrives who asked for no page in particular. */
export const homePath = "/tableau-de-bord";
