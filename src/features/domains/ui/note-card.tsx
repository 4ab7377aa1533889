import { useAction, useSubmission } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { TextArea } from "~/ui/text-area";
import { toast } from "~/ui/toast-store";
import { failureText } from "./domain-failure";
import { updateDomain } from "./queries";

/** What the team writes to itself about a domain. */
export function NoteCard(props: { domainId: string; note: string }) {
  const update = useAction(updateDomain);
  const updating = useSubmission(updateDomain);
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    update(new FormData(event.currentTarget)).then(
      () => toast(t("guide.noteSaved"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  };
  return (
    <Card title={t("guide.noteTitle")} description={t("guide.noteText")}>
      <form class="grid gap-3 justify-items-start" onSubmit={onSubmit}>
        <input type="hidden" name="domainId" value={props.domainId} />
        <TextArea
          label={t("guide.noteTitle")}
          hideLabel
          name="note"
          maxlength={2000}
          rows={3}
          value={props.note}
          class="w-full"
        />
        <Button type="submit" busy={updating.pending}>
          {t("common.save")}
        </Button>
      </form>
    </Card>
  );
}
