import { langue } from "./i18n/spoken";

const format = (options: Intl.DateTimeFormatOptions) => {
  const inParis = { timeZone: "Europe/Paris", ...options };
  const formatters = {
    fr: new Intl.DateTimeFormat("fr-FR", inParis),
    en: new Intl.DateTimeFormat("en-GB", inParis),
  };
  return (at: number) => formatters[langue()].format(at);
};

const time = format({ hour: "2-digit", minute: "2-digit" });
const dayAndMonth = format({ day: "2-digit", month: "2-digit" });

/** Instant (UTC milliseconds) → « 14:32 » in Paris, wherever the device is. */
export const formatTime = time;

/** « 19/11, 16:41 », for a timeline. */
export const formatInstant = (at: number) => `${dayAndMonth(at)}, ${time(at)}`;
