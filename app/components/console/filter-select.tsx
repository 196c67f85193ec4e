import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";

type Props = {
  /** Parameter of the address. */
  readonly name: string;
  readonly label: string;
  /** Said when nothing is chosen. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** One filter of a list, applied as soon as it is chosen; without JavaScript, on its button. */
export function FilterSelect({ name, label, all, options }: Props) {
  const { t } = useTranslation("operateur");
  const [params] = useSearchParams();
  const submit = useSubmit();
  const chosen = params.get(name) ?? "";
  return (
    <Form method="get" className="contents" replace>
      {[...params]
        .filter(([other]) => other !== name && other !== "suite")
        .map(([other, value]) => (
          <input key={other} type="hidden" name={other} value={value} />
        ))}
      <label className="filtre" data-actif={chosen !== "" || undefined}>
        {label}
        <select
          key={chosen}
          name={name}
          defaultValue={chosen}
          onChange={({ currentTarget: { form } }) =>
            submit(form, { replace: true, preventScrollReset: true })
          }
        >
          <option value="">{all}</option>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown className="ic ic--14" aria-hidden />
      </label>
      <noscript>
        <button className="bouton bouton--petit" type="submit">
          {t("filtrer")}
        </button>
      </noscript>
    </Form>
  );
}
