import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useWriteState } from "../write";
import { Button } from "./button";
import { useSlow } from "./use-slow";

/** Sends the form around. It stays enabled: a second click while it works does nothing. */
export function SubmitButton({
  children,
  look = "principal",
  ...rest
}: ComponentProps<typeof Button>) {
  const { pending } = useWriteState();
  const slow = useSlow(pending);
  return (
    <Button {...rest} look={look} type="submit" aria-busy={pending || undefined}>
      {slow && <LoaderCircle className="ic tourne" aria-hidden />}
      {children}
    </Button>
  );
}
