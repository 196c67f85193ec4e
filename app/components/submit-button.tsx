import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useWriteState } from "../write";
import { Button } from "./button";
import { useSlow } from "./use-slow";

type Props = ComponentProps<typeof Button> & {
  /** Not the main act of its page. */
  readonly plain?: boolean;
};

/** Sends the form around. It stays enabled: a second click while it works does nothing. */
export function SubmitButton({ children, look, plain, ...rest }: Props) {
  const { pending } = useWriteState();
  const slow = useSlow(pending);
  return (
    <Button
      {...rest}
      look={look ?? (plain ? undefined : "principal")}
      type="submit"
      aria-busy={pending || undefined}
    >
      {slow && <LoaderCircle className="ic tourne" aria-hidden />}
      {children}
    </Button>
  );
}
