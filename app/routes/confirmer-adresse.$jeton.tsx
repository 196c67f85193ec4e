import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { MailLinkPage, mailLinkHeaders, readMailLink } from "../components/compte/mail-link-page";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.changement.titre);

export const headers = () => mailLinkHeaders;

const confirm = (token: string) =>
  defineForm({
    procedure: "compte.confirmEmailChange",
    read: () => ({ token }),
    next: ({ state }) => `/confirmer-adresse/${state === "done" ? "fait" : "attendu"}`,
  });

export const action = (args: ActionFunctionArgs) =>
  writes([confirm(readMailLink(args.params).token)])(args);

export const loader = ({ params }: LoaderFunctionArgs) => readMailLink(params);

export default function ConfirmerAdresse() {
  return <MailLinkPage words="changement" form={confirm} />;
}
