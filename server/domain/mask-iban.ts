/**
 * « FR76…1234 »: enough to recognise an account, too little to pay into it. For what leaves by mail or stands in a list;
 * documents print the whole number.
 *
 * @param iban without spaces; empty stays empty
 */
export const maskIban = (iban: string): string =>
  iban.length <= 8 ? iban : `${iban.slice(0, 4)}…${iban.slice(-4)}`;
