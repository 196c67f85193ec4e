import { Form } from "@remix-run/react";
import { LoaderCircle } from "lucide-react";
import { type ReactNode, useState } from "react";
import { choicePath } from "../../choice-path";
import type { FormDefinition } from "../../define-form";
import { Button } from "../button";

type Props = {
  readonly form: Pick<FormDefinition<"demonstration.open" | "demonstration.end">, "procedure">;
  readonly label: string;
  /** Instead of the label, once sent: it takes a second or two. */
  readonly working: string;
  readonly look?: "principal" | "danger" | "discret";
  readonly small?: boolean;
  readonly children?: ReactNode;
};

/** Posted as a whole page: nothing of the société one leaves may stay in the browser's memory. */
export function DemonstrationForm({ form, label, working, look, small, children }: Props) {
  const [isSent, setSent] = useState(false);
  return (
    <Form
      method="post"
      action={choicePath()}
      reloadDocument
      className="demo-form"
      onSubmit={() => setSent(true)}
    >
      <input type="hidden" name="_procedure" value={form.procedure} />
      {children}
      <Button type="submit" look={look} small={small} aria-busy={isSent || undefined}>
        {isSent && <LoaderCircle className="ic tourne" aria-hidden />}
        {isSent ? working : label}
      </Button>
      <p className="vh" role="status">
        {isSent && working}
      </p>
    </Form>
  );
}
