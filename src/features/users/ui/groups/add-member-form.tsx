import { Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { groupFailure } from "./group-failure";
import { addMember } from "./queries";

/** One address after the other: the field is empty again, and keeps the focus, when somebody was added. */
export function AddMemberForm(props: { groupId: string }) {
  const form = formAction(addMember, groupFailure);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    const element = event.currentTarget;
    const email = String(new FormData(element).get("email") ?? "").trim();
    if (!(await form.submit(event))) return;
    toast(t("groups.memberAdded", { email }), { tone: "success" });
    element.reset();
    element.querySelector<HTMLInputElement>("input[name=email]")?.focus();
  };
  return (
    <form method="post" class="grid gap-3" onSubmit={submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <input type="hidden" name="groupId" value={props.groupId} />
      <div class="flex flex-wrap items-end gap-3">
        <Field
          class="flex-1 min-w-56 max-w-md"
          label={t("groups.memberEmail")}
          name="email"
          type="email"
          required
          maxlength={320}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          issues={form.issues().email}
        />
        <Button type="submit" busy={form.isBusy()}>
          {t("groups.memberAdd")}
        </Button>
      </div>
    </form>
  );
}
