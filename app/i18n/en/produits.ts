import type { produits as fr } from "../fr/produits";
import type { Twin } from "../twin";

export const produits = {
  titre: "Products",
  nouveau: "New product",
  vues: { titre: "Views of the list", actifs: "In the catalogue", archives: "Archived" },
  liste: {
    rechercher: "Search the products",
    invite: "Name, reference…",
    legende: "Products",
    designation: "Name",
    reference: "Reference",
    prix: "Price excl. VAT",
    tva: "VAT",
    usage: "Used",
    fois: "{{count}} times",
    total_one: "{{count}} product",
    total_other: "{{count}} products",
    totalPlus: "More than {{count}} products",
    vide: "No product for now",
    videTexte:
      "What you sell often is then offered from the first letters, with its price and VAT.",
    aucunArchive: "No archived product.",
    aucun: "No product contains these words: try a piece of the name or of the reference.",
  },
  nature: { titre: "It is", bien: "Goods", service: "A service" },
  formulaire: {
    designation: "Name",
    description: "Description",
    descriptionAide: "Printed under the name, on the invoice.",
    reference: "Reference",
    prix: "Unit price excl. VAT",
    prixAide: "Up to 6 decimals: 0.014567 is kept as it is.",
    unite: "Unit",
    tva: "VAT rate",
    creer: "Create the product",
  },
  fiche: {
    archiver: "Archive",
    desarchiver: "Put back in the catalogue",
    archiveTexte:
      "This product is archived: it is no longer offered in lines. The invoices that use it do not change.",
    usage_one: "Used on {{count}} issued invoice",
    usage_other: "Used on {{count}} issued invoices",
    enregistre: "Product saved.",
    cree: "Product created.",
  },
} as const satisfies Twin<typeof fr>;
