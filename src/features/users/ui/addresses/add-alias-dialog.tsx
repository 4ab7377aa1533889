import { createAsync } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { domainList } from "~/features/domains/ui/queries";
import type { MailUser } from "~/features/users/schema";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import { usableDomains } from "../usable-domains";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { addAlias } from "./queries";

/** Asks for one more address of a mailbox user. */
export default function AddAliasDialog(props: { user: MailUser; onClose: () => void }) {
  const formId = createUniqueId();
  const domains = createAsync(() => domainList());
  const form = formAction(addAlias, addressFailure);
  const choices = () => usableDomains(domains()).map(({ id, name }) => ({ value: id, label: `@${name}` }));
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (!(await form.submit(event))) return;
    props.onClose();
    toast(t("addresses.aliasAdded"), { tone: "success" });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("addresses.aliasAddTitle", { address: props.user.address })}
      description={t("addresses.aliasAddText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("addresses.aliasAdd")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid grid-cols-1 gap-4" onSubmit={(event) => void submit(event)}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <input type="hidden" name="userId" value={props.user.id} />
        <Field
          label={t("addresses.aliasName")}
          name="localPart"
          required
          maxlength={320}
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          issues={form.issues().localPart}
        />
        <Select
          label={t("addresses.aliasDomain")}
          name="domainId"
          value={props.user.domainId}
          options={choices()}
          issues={form.issues().domainId}
        />
        <Field
          label={t("addresses.aliasNote")}
          help={t("addresses.aliasNoteHelp")}
          name="note"
          maxlength={200}
          optional
          autocomplete="off"
          issues={form.issues().note}
        />
      </form>
    </Dialog>
  );
}
