import { Database, FileCheck2, LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";

const promises = [
  { icon: FileCheck2, strong: "promesses.facturx", rest: "promesses.facturxSuite" },
  { icon: Database, strong: "promesses.base", rest: "promesses.baseSuite" },
  { icon: LockKeyhole, strong: "promesses.numeros", rest: "promesses.numerosSuite" },
] as const;

/** Only what passes its tests today. */
export function Promises() {
  const { t } = useTranslation("acces");
  return (
    <ul className="promesses">
      {promises.map(({ icon: Icon, strong, rest }) => (
        <li key={strong}>
          <Icon className="ic" aria-hidden />
          <span>
            <b>{t(strong)}</b>
            {t(rest)}
          </span>
        </li>
      ))}
    </ul>
  );
}
