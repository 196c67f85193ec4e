import { polices } from "#server/domain/emetteur";
import { defineForm } from "../../define-form";

export const templates = ["sobre", "bandeau", "atelier"] as const;
export const windows = ["right", "left"] as const;

const next = () => "/reglages/marque?fait=enregistre";

export const marqueForm = defineForm({
  procedure: "societe.updateMarque",
  read: (form) => ({
    template: form.choice("template", templates),
    accent: form.text("accent"),
    second: form.text("second"),
    window: form.choice("window", windows),
    police: form.choice("police", polices),
  }),
  next,
});

export const footerForm = defineForm({
  procedure: "societe.updateFooter",
  read: (form) => ({ footer: form.text("footer") }),
  next,
});

export const logoForm = defineForm({
  procedure: "societe.setLogo",
  read: async (form) => ({
    dataBase64: await toBase64(form.requiredFile("logo", 2, "LOGO_TOO_LARGE")),
  }),
  next,
});

export const removeLogoForm = defineForm({
  procedure: "societe.removeLogo",
  read: () => ({}),
  next,
});

/** By pieces: the whole as arguments of one call would overflow the stack. */
async function toBase64(file: File | null): Promise<string> {
  if (!file) return "";
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
