import type { Role } from "#server/domain/permissions";
import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = {
  readonly appOrigin: string;
  /** In whose name it goes out. */
  readonly brand: MailBrand;
  /** Who invites, as colleagues read them. */
  readonly inviteur: string;
  readonly role: Role;
};

const roleNames: Readonly<Record<Role, string>> = {
  admin: "pour administrer la société",
  employe: "pour la facturation",
  comptable: "pour la comptabilité",
};

/** The link carries `tokenPlace`: the token itself is drawn when the mail leaves, so that it is never stored. */
export const invitation = ({ appOrigin, brand, inviteur, role }: Facts): MailContent =>
  renderMail({
    brand,
    subject: `${inviteur} vous invite à rejoindre ${brand.nom}`,
    paragraphs: [
      "Bonjour,",
      `${inviteur} vous invite à rejoindre ${brand.nom} sur FacturePro, ${roleNames[role]}.`,
      "Ce lien sert une seule fois, pendant sept jours, et pour votre adresse seulement. Si vous avez déjà un compte à cette adresse, vous le garderez.",
    ],
    action: { label: `Rejoindre ${brand.nom}`, url: `${appOrigin}/invitation/${tokenPlace}` },
    closing: [
      "Si vous n’attendiez pas cette invitation, ignorez ce message : rien n’a été créé à votre nom.",
    ],
  });
