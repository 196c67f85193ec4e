import type { ReactNode } from "react";
import type { FormDefinition } from "../../define-form";
import { useSentences } from "../../sentences";
import { useWriteState, Write } from "../../write";
import { SubmitButton } from "../submit-button";

type Leaving = "abonnement.checkout" | "abonnement.portal";

type Props<P extends Leaving> = {
  readonly form: FormDefinition<P>;
  readonly about: string;
  readonly planCode?: string;
  readonly look?: "principal";
  readonly children: ReactNode;
};

/** A button that leads to a page of Stripe's. Without JavaScript the form's answer is the way there. */
export function LeaveFor<P extends Leaving>(props: Props<P>) {
  const { form, about, planCode, look, children } = props;
  return (
    <Write
      form={form}
      about={about}
      className="acte-seul"
      onDone={({ url }) => window.location.assign(url)}
    >
      {planCode && <input type="hidden" name="planCode" value={planCode} />}
      <SubmitButton plain look={look}>
        {children}
      </SubmitButton>
      <Failed />
    </Write>
  );
}

function Failed() {
  const { failure } = useWriteState();
  const { ofFailure } = useSentences();
  return (
    <p className="erreur" role="alert" data-write-summary tabIndex={-1}>
      {failure && ofFailure(failure)}
    </p>
  );
}
