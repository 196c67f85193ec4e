/** Stands in a stored mail for the secret of its link. Alphanumeric: neither the HTML nor the URL escapes it. */
export const tokenPlace = "JETONTIREAUDEPART";
