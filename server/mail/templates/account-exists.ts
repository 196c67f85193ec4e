import { type Letter, letter } from "../letter.ts";

/** Sent to the owner of the address when somebody registers with it again; the page, itself, reveals nothing. */
export function accountExists({ appOrigin }: { readonly appOrigin: string }): Letter {
  const url = `${appOrigin}/connexion`;
  return letter({
    fr: () => ({
      subject: "Vous avez déjà un compte FacturePro",
      paragraphs: [
        "Une inscription vient d’être demandée avec cette adresse, qui a déjà un compte. Rien n’a été créé ni modifié.",
        "Si c’était vous, connectez-vous avec votre mot de passe habituel. Si vous l’avez oublié, choisissez-en un nouveau depuis la page de connexion.",
      ],
      action: { label: "Se connecter", url },
      closing: ["Si ce n’était pas vous, vous n’avez rien à faire : votre compte est intact."],
    }),
    en: () => ({
      subject: "You already have a FacturePro account",
      paragraphs: [
        "Somebody has just asked to register with this address, which already has an account. Nothing was created or changed.",
        "If it was you, log in with your usual password. If you have forgotten it, choose a new one from the login page.",
      ],
      action: { label: "Log in", url },
      closing: ["If it was not you, there is nothing to do: your account is untouched."],
    }),
  });
}
