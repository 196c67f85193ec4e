import type { Langue } from "#server/domain/langue";
import type { Role } from "#server/domain/permissions";
import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";
import { tokenPlace } from "../token-place.ts";

type Facts = {
  readonly appOrigin: string;
  /** In whose name it goes out. */
  readonly brand: MailBrand;
  /** Who invites, as colleagues read them. */
  readonly inviteur: string;
  readonly role: Role;
};

const roleNames: Readonly<Record<Langue, Readonly<Record<Role, string>>>> = {
  fr: {
    admin: "pour administrer la société",
    employe: "pour la facturation",
    comptable: "pour la comptabilité",
  },
  en: {
    admin: "to administer the company",
    employe: "for its invoicing",
    comptable: "for its accounting",
  },
};

/** The link carries `tokenPlace`: the token itself is drawn when the mail leaves, so that it is never stored. */
export function invitation({ appOrigin, brand, inviteur, role }: Facts): Letter {
  const url = `${appOrigin}/invitation/${tokenPlace}`;
  const { nom } = brand;
  return letter({
    fr: () => ({
      brand,
      subject: `${inviteur} vous invite à rejoindre ${nom}`,
      paragraphs: [
        `${inviteur} vous invite à rejoindre ${nom} sur FacturePro, ${roleNames.fr[role]}.`,
        "Ce lien sert une seule fois, pendant sept jours, et pour votre adresse seulement. Si vous avez déjà un compte à cette adresse, vous le garderez.",
      ],
      action: { label: `Rejoindre ${nom}`, url },
      closing: [
        "Si vous n’attendiez pas cette invitation, ignorez ce message : rien n’a été créé à votre nom.",
      ],
    }),
    en: () => ({
      brand,
      subject: `${inviteur} invites you to join ${nom}`,
      paragraphs: [
        `${inviteur} invites you to join ${nom} on FacturePro, ${roleNames.en[role]}.`,
        "This link works once, for seven days, and for your address only. If you already have an account at this address, you will keep it.",
      ],
      action: { label: `Join ${nom}`, url },
      closing: [
        "If you did not expect this invitation, ignore this message: nothing was created in your name.",
      ],
    }),
  });
}
