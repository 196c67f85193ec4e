import type { Langue } from "#server/domain/langue";

const fr = {
  otherSociete: "Cette page est restée sur une autre société. Rechargez-la.",
  role: "Votre rôle ne permet pas de prendre ce fichier.",
  visite: "Cette visite est en lecture seule : aucun fichier n’en sort.",
  hidden: "Les montants de ce document vous sont masqués.",
  notFound: "Ce document n’existe pas dans votre société.",
  issued: "Cette facture est émise : ouvrez son document définitif.",
  empty: "Aucun de ces documents n’a encore de PDF : seules les factures émises en ont un.",
  tooLarge: "Trop de documents à la fois : choisissez une période plus courte.",
  tooMany: "Trop de fichiers demandés à la suite. Réessayez un peu plus tard.",
  link: "Ce lien n’est plus valable : demandez de nouveau votre fichier depuis « Mes données ».",
  running: "Un export de cette société est déjà en cours. Attendez qu’il se termine.",
  address: "Cette adresse n’est pas celle d’une liste.",
  failed: "Le document n’a pas pu être préparé. Réessayez dans un instant (code {code}).",
};

const en: typeof fr = {
  otherSociete: "This page was left on another company. Reload it.",
  role: "Your role does not allow you to take this file.",
  visite: "This visit is read-only: no file leaves it.",
  hidden: "The amounts of this document are hidden from you.",
  notFound: "This document does not exist in your company.",
  issued: "This invoice is issued: open its final document.",
  empty: "None of these documents has a PDF yet: only issued invoices have one.",
  tooLarge: "Too many documents at once: choose a shorter period.",
  tooMany: "Too many files asked for in a row. Try again a little later.",
  link: "This link is no longer valid: ask for your file again from “My data”.",
  running: "An export of this company is already under way. Wait until it ends.",
  address: "This is not the address of a list.",
  failed: "The document could not be prepared. Try again in a moment (code {code}).",
};

/** What is said instead of a file, in the language of whoever asked for it. */
export const downloadWords: Readonly<Record<Langue, typeof fr>> = { fr, en };
