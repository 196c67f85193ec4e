/** Ids of the two menus of the frame; native popovers, so they open without JavaScript. */
export const societeDrawer = "tiroir-societe";
export const accountDrawer = "tiroir-compte";
