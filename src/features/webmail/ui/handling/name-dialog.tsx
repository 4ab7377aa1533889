import { createSignal, createUniqueId, type JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { handlingFailure } from "./handling-failure";

export type NameDialogProps = {
  title: string;
  description?: string | undefined;
  /** What the field with the name is called. */
  label: string;
  name: string | undefined;
  /** What a name looks like, as a regular expression. */
  pattern: string;
  /** Closes the dialog unless it rejects, which the dialog words. */
  onSave: (name: string, form: FormData) => Promise<void>;
  onClose: () => void;
  /** Further fields. */
  children?: JSX.Element;
};

/** Asks for the name of something that is made or changed. */
export function NameDialog(props: NameDialogProps) {
  const formId = createUniqueId();
  const [isBusy, setBusy] = createSignal(false);
  const [issue, setIssue] = createSignal("");
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await props.onSave(String(form.get("name")).trim(), form);
      props.onClose();
    } catch (error) {
      setIssue(handlingFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="sm"
      title={props.title}
      description={props.description}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} class="grid gap-4" onSubmit={(event) => void save(event)}>
        <Field
          label={props.label}
          name="name"
          required
          maxlength={60}
          pattern={props.pattern}
          autocomplete="off"
          value={props.name ?? ""}
          issues={issue()}
        />
        {props.children}
      </form>
    </Dialog>
  );
}
