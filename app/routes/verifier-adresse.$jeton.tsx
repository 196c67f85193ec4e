import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { MailLinkPage, mailLinkHeaders, readMailLink } from "../components/compte/mail-link-page";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.verification.onglet);

export const headers = () => mailLinkHeaders;

const verify = (token: string) =>
  defineForm({
    procedure: "compte.verifyEmail",
    read: () => ({ token }),
    next: () => "/verifier-adresse/fait",
  });

export const action = (args: ActionFunctionArgs) =>
  writes([verify(readMailLink(args.params).token)])(args);

export const loader = ({ params }: LoaderFunctionArgs) => readMailLink(params);

export default function VerifierAdresse() {
  return <MailLinkPage words="verification" form={verify} />;
}
