import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { Select } from "~/ui/select";
import { createUser } from "./queries";
import { QuotaSelect } from "./quota-select";

export type DomainChoice = { id: string; name: string };
type CreateUserDialogProps = { domains: readonly DomainChoice[]; domainId?: string; onClose: () => void };

/** Asks for everything a mailbox needs; what the server refuses is said at the field, and nothing typed is lost. */
export default function CreateUserDialog(props: CreateUserDialogProps) {
  const formId = createUniqueId();
  const form = formAction(createUser);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) props.onClose();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("users.createTitle")}
      description={t("users.createText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("users.create")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <Field
          label={t("users.localPart")}
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
          label={t("users.domainLabel")}
          name="domainId"
          value={props.domainId ?? props.domains[0]?.id}
          options={props.domains.map(({ id, name }) => ({ value: id, label: `@${name}` }))}
          issues={form.issues().domainId}
        />
        <Field
          label={t("users.displayName")}
          help={t("users.displayNameHelp")}
          name="displayName"
          optional
          maxlength={100}
          autocomplete="off"
          issues={form.issues().displayName}
        />
        <PasswordField
          label={t("users.password")}
          help={t("users.passwordHelp")}
          name="password"
          required
          minlength={10}
          maxlength={200}
          autocomplete="new-password"
          issues={form.issues().password}
        />
        <QuotaSelect issues={form.issues().quotaBytes} />
      </form>
    </Dialog>
  );
}
