/** The operator of the demonstration: a company that does not exist, tenant number one, whose books name the others. */
export const demoEditeur = {
  nom: "FacturePro Éditions",
  email: "gestion@facturepro-editions.example",
  username: "operateur",
} as const;
