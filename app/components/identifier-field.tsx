import { Check } from "lucide-react";
import { type ComponentProps, useState } from "react";
import type { ProblemCode } from "#server/domain/problem-codes";
import { useSentences } from "../sentences";
import { useWriteState } from "../write";
import { TextField } from "./text-field";

type Props = Omit<ComponentProps<typeof TextField>, "figures" | "onBlur"> & {
  /** Why this value is refused, or null; not asked of an empty one. */
  readonly check: (value: string) => ProblemCode | null;
  /** Said when it passes; absent: the help stays. */
  readonly valid?: string;
};

/** A number with a key (SIREN, TVA, IBAN…): judged as soon as it is left, by the rules the server will apply. */
export function IdentifierField({ check, valid, help, onInput, ...rest }: Props) {
  const { ofProblem } = useSentences();
  const [left, setLeft] = useState<string | null>(null);
  const code = left ? check(left) : null;
  const { failure } = useWriteState();
  const isRefused = failure?.problems.some(({ field }) => field === rest.name) ?? false;
  return (
    <TextField
      {...rest}
      figures
      autoComplete="off"
      spellCheck={false}
      onBlur={({ currentTarget }) => setLeft(currentTarget.value.trim())}
      onInput={(event) => {
        if (left !== null) setLeft(event.currentTarget.value.trim());
        onInput?.(event);
      }}
      help={
        code ? (
          // The server's own refusal, under the box, says it already.
          !isRefused && (
            <span className="aide--attention">{ofProblem({ field: rest.name, code })}</span>
          )
        ) : left && valid ? (
          <span className="aide--ok">
            <Check className="ic" aria-hidden />
            {valid}
          </span>
        ) : (
          help
        )
      }
    />
  );
}
