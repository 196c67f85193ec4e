import { Form, type FormProps, useActionData, useNavigate, useNavigation } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { type FormDefinition, ownProblems } from "./define-form";
import { FormReader } from "./form-reader";
import { langue } from "./i18n/spoken";
import { usePlainClient, useSociete } from "./session";
import { type Failure, failureOf, type OutputOf, type ProcedurePath } from "./trpc";

type WriteState = {
  /** Prefix of the ids of the form's fields; empty outside a form. */
  readonly formId: string;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** What was typed before the page came back from the server without JavaScript. */
  readonly typed: Readonly<Record<string, string>>;
};

const idle: WriteState = { formId: "", pending: false, failure: null, typed: {} };
export const WriteStateContext = createContext<WriteState>(idle);

/** State of the form around: fields read their own error from it. */
export const useWriteState = () => useContext(WriteStateContext);

type ActionEcho = { write?: Failure & { form: string; typed: Record<string, string> } } | undefined;

type Props<P extends ProcedurePath> = Omit<FormProps, "onSubmit" | "action" | "method"> & {
  readonly form: FormDefinition<P>;
  readonly children: ReactNode;
  /** Tells apart two forms of one procedure on the same page. */
  readonly about?: string;
  /** Instead of going to `form.next`. */
  readonly onDone?: (output: OutputOf<P>) => void;
};

/**
 * The one way to write. With JavaScript it calls the tRPC client; without, the form posts to the route, whose
 * action calls the same procedure. Nothing typed is lost in either case.
 */
export function Write<P extends ProcedurePath>(props: Props<P>) {
  const { form, children, onDone, about, ...rest } = props;
  const formId = [form.procedure.replace(".", "-"), about].filter(Boolean).join("-");
  const societe = useSociete();
  const { state, submit } = useWrite(form, formId, onDone);
  return (
    <WriteStateContext.Provider value={state}>
      <Form
        method="post"
        noValidate
        {...rest}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        }}
      >
        <input type="hidden" name="_procedure" value={form.procedure} />
        <input type="hidden" name="_form" value={formId} />
        {societe && <input type="hidden" name="_societe" value={societe.societeId} />}
        {children}
      </Form>
    </WriteStateContext.Provider>
  );
}

function useWrite<P extends ProcedurePath>(
  form: FormDefinition<P>,
  formId: string,
  onDone?: (output: OutputOf<P>) => void,
) {
  const client = usePlainClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const echoed = (useActionData() as ActionEcho)?.write;
  const fromServer = echoed?.form === formId ? echoed : null;
  const [own, setOwn] = useState<WriteState | null>(null);
  const busy = useRef(false);

  const submit = async (element: HTMLFormElement, submitter: HTMLElement | null) => {
    if (busy.current) return; // a double click is one act
    busy.current = true;
    setOwn({ ...idle, formId, pending: true });
    const failure = await attempt(new FormData(element, submitter));
    busy.current = false;
    setOwn({ ...idle, formId, failure });
    if (failure) focusFirstProblem(element, failure);
  };

  const attempt = async (body: FormData): Promise<Failure | null> => {
    const reader = new FormReader(body, langue());
    const input = await form.read(reader);
    if (reader.problems.length > 0)
      return {
        refusal: null,
        details: {},
        problems: reader.problems,
        requestId: null,
        offline: false,
      };
    try {
      const output = (await client.mutation(form.procedure, input)) as OutputOf<P>;
      await queries.invalidateQueries();
      if (onDone) onDone(output);
      else if (form.next) navigate(form.next(output, input));
      return null;
    } catch (error) {
      const failure = failureOf(error);
      return { ...failure, problems: ownProblems(failure.problems, form.within) };
    }
  };

  const state: WriteState = own ?? {
    formId,
    pending: navigation.state === "submitting",
    failure: fromServer,
    typed: fromServer?.typed ?? {},
  };
  return { state, submit };
}

/** The field that caused the refusal takes the focus; a screen reader says its error. */
function focusFirstProblem(element: HTMLFormElement, { problems }: Failure) {
  requestAnimationFrame(() => {
    for (const { field } of problems) {
      const control = element.elements.namedItem(field);
      if (control instanceof HTMLElement) return control.focus();
    }
    element.querySelector<HTMLElement>("[data-write-summary]")?.focus();
  });
}
