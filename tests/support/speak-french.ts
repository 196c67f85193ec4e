import { fr } from "../../app/i18n/fr";
import { speak, tongueOf } from "../../app/i18n/spoken";

/** For tests that draw, or type in, pieces of a page without a server to say which language. */
speak(tongueOf("fr", fr));
