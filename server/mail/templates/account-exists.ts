import { type MailContent, renderMail } from "../render-mail.ts";

/** Sent to the owner of the address when somebody registers with it again; the page, itself, reveals nothing. */
export const accountExists = ({ appOrigin }: { readonly appOrigin: string }): MailContent =>
  renderMail({
    subject: "Vous avez déjà un compte FacturePro",
    paragraphs: [
      "Bonjour,",
      "Une inscription vient d’être demandée avec cette adresse, qui a déjà un compte. Rien n’a été créé ni modifié.",
      "Si c’était vous, connectez-vous avec votre mot de passe habituel. Si vous l’avez oublié, choisissez-en un nouveau depuis la page de connexion.",
    ],
    action: { label: "Se connecter", url: `${appOrigin}/connexion` },
    closing: ["Si ce n’était pas vous, vous n’avez rien à faire : votre compte est intact."],
  });
