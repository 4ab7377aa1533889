import { useSubmission } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { failureText, nameFaultOf } from "./domain-failure";
import { addDomain } from "./queries";

/** Asks for the name; what the server refuses is said at the field. */
export default function AddDomainDialog(props: { open: boolean; onClose: () => void; acceptsTestNames: boolean }) {
  const formId = createUniqueId();
  const adding = useSubmission(addDomain);
  const close = () => {
    adding.clear?.();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={t("domains.addTitle")}
      description={t("domains.addText")}
      size="sm"
      footer={
        <>
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={adding.pending}>
            {t("domains.add")}
          </Button>
        </>
      }
    >
      <form id={formId} action={addDomain} method="post" class="grid gap-3">
        <Field
          label={t("domains.addName")}
          name="name"
          required
          maxlength={253}
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          inputmode="url"
          placeholder="example.org"
          help={`${t("domains.addHelp")} ${props.acceptsTestNames ? t("domains.addHelpTrial") : ""}`}
          issues={adding.error ? failureText(adding.error) : undefined}
        />
        <Show when={adding.error && nameFaultOf(adding.error) === "mixed_script"}>
          <Checkbox name="confirmsMixedScript" label={t("guide.meansName")} />
        </Show>
      </form>
    </Dialog>
  );
}
