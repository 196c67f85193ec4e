/** Documents one may tick one by one: their ids must fit an address. */
export const tickedMax = 150;

/** Documents one may act on at once, however they were chosen. */
export const selectedMax = 1_000;
