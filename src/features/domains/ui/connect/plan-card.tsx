import { onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Notice } from "~/ui/notice";
import type { DnsPlan } from "../../schema/connect";
import { ChangeLines } from "./change-lines";
import { RecordLines } from "./record-lines";

/** What would be done, in full, before it is; the press that does it stands below. */
export function PlanCard(props: {
  plan: DnsPlan;
  /** The token came from the reader just now, so whether it is kept is to be said. */
  asksToKeep: boolean;
  isBusy: boolean;
  problem: string | undefined;
  onApply: (keepsToken: boolean) => void;
  onCancel: () => void;
}) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const hasWork = () => props.plan.add.length + props.plan.remove.length > 0;
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (!props.isBusy) props.onApply(new FormData(event.currentTarget).get("keepsToken") === "on");
  };
  return (
    <div class="grid gap-5" data-slot="dns-plan">
      <div>
        <h3 ref={heading} tabindex={-1}>
          {t("connect.planTitle", { zone: props.plan.zone })}
        </h3>
        <p class="text-muted">{hasWork() ? t("connect.planText") : t("connect.planNothing")}</p>
      </div>
      <ChangeLines add={props.plan.add} remove={props.plan.remove} />
      <RecordLines
        tone="keep"
        title={t("connect.skipped", { count: props.plan.skipped.length })}
        records={props.plan.skipped}
        note={({ reason }) => t(`connect.skipped_${reason}`)}
      />
      <Show when={props.plan.keep.length > 0}>
        <details>
          <summary class="cursor-pointer text-muted">{t("connect.keep", { count: props.plan.keep.length })}</summary>
          <div class="mt-3">
            <RecordLines
              tone="keep"
              title={t("connect.keep", { count: props.plan.keep.length })}
              records={props.plan.keep}
            />
          </div>
        </details>
      </Show>
      <form method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={hasWork() && props.asksToKeep}>
          <Checkbox name="keepsToken" label={t("connect.keepsToken")} help={t("connect.keepsTokenHelp")} />
        </Show>
        <Show when={props.problem}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <div class="flex flex-wrap gap-2">
          <Show when={hasWork()}>
            <Button type="submit" variant="primary" busy={props.isBusy}>
              {t("connect.change")}
            </Button>
          </Show>
          <Button onClick={() => props.onCancel()}>{t("connect.cancel")}</Button>
        </div>
      </form>
    </div>
  );
}
