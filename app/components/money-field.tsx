import { type ComponentProps, useState } from "react";
import { parseAmount } from "#server/domain/amount";
import { formatAmount } from "../formats";
import { TextField } from "./text-field";

type Props = Omit<ComponentProps<typeof TextField>, "defaultValue" | "figures" | "inputMode"> & {
  /** Cents; null leaves the field empty. */
  readonly defaultCents?: number | null;
};

/** An amount in euros, typed as people do (« 1 234,56 », « 1234.56 »), written back tidily when it is left. */
export function MoneyField({ defaultCents, ...rest }: Props) {
  const [rendered] = useState(defaultCents == null ? "" : formatAmount(defaultCents));
  return (
    <TextField
      {...rest}
      figures
      inputMode="decimal"
      autoComplete="off"
      defaultValue={rendered}
      onBlur={({ currentTarget }) => {
        const cents = parseAmount(currentTarget.value);
        if (cents !== null) currentTarget.value = formatAmount(cents);
      }}
    />
  );
}
