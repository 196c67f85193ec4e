import { addDays, formatLongDay, parseDay, todayInParis } from "../../server/domain/calendar.ts";
import { dueOn } from "../../server/domain/echeance.ts";

/** Run under another TZ: half past eleven at night in Paris, winter and summer, and half an hour later. */
const winter = Date.UTC(2026, 10, 22, 22, 30);
const summer = Date.UTC(2026, 6, 22, 21, 30);
const later = 1_800_000;

process.stdout.write(
  JSON.stringify({
    offset: new Date(winter).getTimezoneOffset(),
    days: [winter, winter + later, summer, summer + later].map(todayInParis),
    computed: [
      addDays("2026-03-28", 2),
      dueOn({ mode: "fin_de_mois", days: 30 }, "2026-10-01"),
      parseDay("12/03/26"),
      formatLongDay("2026-03-03"),
    ],
  }),
);
