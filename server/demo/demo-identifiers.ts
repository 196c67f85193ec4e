/** Append the digit that satisfies Luhn: fictitious identifiers that pass their key check. */
function withLuhn(digits: string): string {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The n-th fictitious SIREN, from a range starting at 900 000 00x. */
export const demoSiren = (n: number) => withLuhn(String(90_000_000 + n * 37));

export const demoSiret = (siren: string) => withLuhn(`${siren}0001`);
