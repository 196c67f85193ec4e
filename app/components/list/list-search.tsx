import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useRef } from "react";

type Props = { readonly label: string; readonly placeholder: string };

const pauseMs = 140;

/** Searches while one types; without JavaScript, on Enter. What else was chosen stays in the address. */
export function ListSearch({ label, placeholder }: Props) {
  const [params] = useSearchParams();
  const submit = useSubmit();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const q = params.get("q") ?? "";
  useEffect(() => {
    const box = input.current;
    if (box && box !== document.activeElement && box.value !== q) box.value = q;
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const searchSoon = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => submit(currentTarget, { replace: true, preventScrollReset: true }),
      pauseMs,
    );
  };
  return (
    <Form method="get" role="search" className="champ-icone" onInput={searchSoon} replace>
      {[...params]
        .filter(([name]) => name !== "q" && name !== "suite")
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <Search className="ic" aria-hidden />
      <input
        ref={input}
        className="champ"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={200}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        data-recherche-liste
      />
    </Form>
  );
}
