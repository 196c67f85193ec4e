import { useFetcher, useLocation } from "@remix-run/react";
import { X } from "lucide-react";

type Props = {
  /** Where it is written down. */
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
};

/** The cross of a banner; without JavaScript too, back on the same page. */
export function PutAway({ action, name, value, label }: Props) {
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="retour" value={pathname + search} />
      <button
        className="bandeau__x"
        type="submit"
        name={name}
        value={value}
        aria-label={label}
        title={label}
      >
        <X className="ic" aria-hidden />
      </button>
    </fetcher.Form>
  );
}
