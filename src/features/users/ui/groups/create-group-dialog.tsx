import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { groupFailure } from "./group-failure";
import { PostingChoice } from "./posting-choice";
import { createGroup } from "./queries";

type CreateGroupDialogProps = { domains: readonly { id: string; name: string }[]; onClose: () => void };

/** Asks for an address and a rule; what the server refuses is said at the field, and nothing typed is lost. */
export default function CreateGroupDialog(props: CreateGroupDialogProps) {
  const formId = createUniqueId();
  const form = formAction(createGroup, groupFailure);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) props.onClose();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("groups.createTitle")}
      description={t("groups.createText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("groups.create")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
        <Field
          label={t("groups.localPart")}
          name="localPart"
          required
          maxlength={320}
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="team"
          issues={form.issues().localPart}
        />
        <Select
          label={t("groups.domain")}
          name="domainId"
          value={props.domains[0]?.id}
          options={props.domains.map(({ id, name }) => ({ value: id, label: `@${name}` }))}
          issues={form.issues().domainId}
        />
        <Field
          label={t("groups.name")}
          help={t("groups.nameHelp")}
          name="name"
          optional
          maxlength={100}
          autocomplete="off"
          issues={form.issues().name}
        />
        <PostingChoice posting="members" isModerated={false} />
      </form>
    </Dialog>
  );
}
