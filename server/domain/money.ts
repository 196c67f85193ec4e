/**
 * Units of the business as integers. The phantom property stops a `Quantity` from being passed as `Cents`
 * while a plain integer literal stays assignable.
 */
type Unit<Name extends string> = number & { readonly __unit?: Name };

/** Euro cents. */
export type Cents = Unit<"cents">;
/** Ten-thousandths of a unit: 1.5 h is 15_000. At most 4 decimals (BR-FR-DEC-02). */
export type Quantity = Unit<"quantity">;
/** Millionths of a euro: 12,50 € is 12_500_000. At most 6 decimals (BR-FR-DEC-03), never negative (BR-27). */
export type UnitPrice = Unit<"unitPrice">;
/** Hundredths of a percent: 20 % is 2000, 5.5 % is 550. */
export type BasisPoints = Unit<"basisPoints">;
