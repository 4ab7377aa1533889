import { createUniqueId, Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { toast } from "~/ui/toast-store";
import type { Group } from "../../schema/groups";
import { groupFailure } from "./group-failure";
import { PostingChoice } from "./posting-choice";
import { updateGroup } from "./queries";

/** Name, note and who may write; to be changed by whoever may, for reading to all others. */
export function GroupRules(props: { group: Group; canEdit: boolean }) {
  const formId = createUniqueId();
  const form = formAction(updateGroup, groupFailure);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) toast(t("groups.saved"), { tone: "success" });
  };
  return (
    <Card
      title={t("groups.settings")}
      description={t("groups.rulesHelp")}
      footer={
        props.canEdit && (
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("groups.save")}
          </Button>
        )
      }
    >
      <form id={formId} method="post" onSubmit={submit}>
        <fieldset class="grid gap-4 m-0 p-0 border-0 max-w-2xl" disabled={!props.canEdit}>
          <legend class="sr-only">{t("groups.settings")}</legend>
          <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
          <input type="hidden" name="groupId" value={props.group.id} />
          <PostingChoice posting={props.group.posting} isModerated={props.group.isModerated} />
          <Field
            label={t("groups.name")}
            help={t("groups.nameHelp")}
            name="name"
            optional
            maxlength={100}
            autocomplete="off"
            value={props.group.name}
            issues={form.issues().name}
          />
          <TextArea
            label={t("groups.note")}
            help={t("groups.noteHelp")}
            name="note"
            optional
            maxlength={500}
            value={props.group.note}
            issues={form.issues().note}
          />
        </fieldset>
      </form>
    </Card>
  );
}
