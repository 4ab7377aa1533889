import { useAction } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { failureText, issuesOf } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import type { MailboxLink } from "../schema/access";
import { LinkDialog } from "./access/link-dialog";
import { createUser } from "./queries";
import { QuotaSelect } from "./quota-select";

export type DomainChoice = { id: string; name: string };
type CreateUserDialogProps = { domains: readonly DomainChoice[]; domainId?: string; onClose: () => void };

/** Asks for everything a mailbox needs; what the server refuses is said at the field, and nothing typed is lost. */
export default function CreateUserDialog(props: CreateUserDialogProps) {
  const formId = createUniqueId();
  const create = useAction(createUser);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const [created, setCreated] = createSignal<{ address: string; made: MailboxLink; isMailed: boolean }>();
  const issues = () => (failure() === undefined ? {} : issuesOf(failure()));
  const problem = () =>
    failure() === undefined || Object.keys(issues()).length > 0 ? undefined : failureText(failure());
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await create(form);
      if (done.made) setCreated({ ...done, made: done.made });
      else {
        props.onClose();
        toast(t("access.createdWithoutLink", { address: done.address }));
      }
    } catch (error) {
      setFailure(() => error ?? null);
    }
    setBusy(false);
  };
  const asking = () => (
    <Dialog
      open
      onClose={props.onClose}
      title={t("users.createTitle")}
      description={t("access.createText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
            {t("users.create")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <Field
          label={t("users.localPart")}
          name="localPart"
          required
          maxlength={320}
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          issues={issues().localPart}
        />
        <Select
          label={t("users.domainLabel")}
          name="domainId"
          value={props.domainId ?? props.domains[0]?.id}
          options={props.domains.map(({ id, name }) => ({ value: id, label: `@${name}` }))}
          issues={issues().domainId}
        />
        <Field
          label={t("users.displayName")}
          help={t("users.displayNameHelp")}
          name="displayName"
          optional
          maxlength={100}
          autocomplete="off"
          issues={issues().displayName}
        />
        <Field
          label={t("access.createEmail")}
          help={t("access.createEmailHelp")}
          name="email"
          type="email"
          optional
          maxlength={254}
          autocomplete="off"
          issues={issues().email}
        />
        <QuotaSelect issues={issues().quotaBytes} />
      </form>
    </Dialog>
  );
  return (
    <Show when={created()} fallback={asking()}>
      {(done) => (
        <LinkDialog
          address={done().address}
          made={done().made}
          isFirst
          notMailed={!done().isMailed}
          onClose={props.onClose}
        />
      )}
    </Show>
  );
}
