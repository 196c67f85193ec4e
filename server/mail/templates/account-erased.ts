import { type Letter, letter } from "../letter.ts";
import { parisTime } from "./paris-time.ts";

type Facts = {
  /** Instant of the erasure, milliseconds UTC. */
  readonly at: number;
};

/** The last mail to who erased their account. No link: nothing is left to open. */
export const accountErased = ({ at }: Facts): Letter =>
  letter({
    fr: () => ({
      subject: "Votre compte FacturePro est effacé",
      paragraphs: [
        `Vous avez effacé votre compte FacturePro le ${parisTime(at)} (heure de Paris). Toutes vos sessions sont fermées, et vos identifiants ne servent plus.`,
        "La loi oblige chaque société à garder dix ans ses pièces comptables (article L123-22 du code de commerce) : le nom qui figure dans les documents émis et dans le journal de vos anciennes sociétés y reste, comme le prévoit l’article 17.3.b du RGPD. Tout le reste est effacé.",
        "C’est notre dernier message. Vous pourrez créer un nouveau compte avec cette adresse quand vous voulez.",
      ],
      closing: [
        "Si ce n’était pas vous, prévenez les personnes qui administrent vos sociétés : elles pourront vous inviter de nouveau.",
      ],
    }),
    en: () => ({
      subject: "Your FacturePro account is erased",
      paragraphs: [
        `You erased your FacturePro account on ${parisTime(at, "en")} (Paris time). All your sessions are closed, and your logins are of no use any more.`,
        "The law obliges each company to keep its accounting records for ten years (French Commercial Code, article L123-22): the name written in issued documents and in the journal of your former companies stays there, as article 17.3.b of the GDPR provides. Everything else is erased.",
        "This is our last message. You may create a new account with this address whenever you wish.",
      ],
      closing: [
        "If it was not you, tell the people who administer your companies: they can invite you again.",
      ],
    }),
  });
