import { createAsync, revalidate } from "@solidjs/router";
import { createEffect, createSignal, onCleanup, Show, Suspense, untrack } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { TextArea } from "~/ui/text-area";
import { toast } from "~/ui/toast-store";
import type { Vacation } from "../../schema/vacation";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { ownVacation, setVacation } from "./queries";

/** The mail server takes a change over within seconds. */
const lookAgainMs = 2000;

/** What is answered to whoever writes while the person is away. */
export function VacationCard() {
  const known = createAsync(() => ownVacation());
  const read = () => {
    const vacation = known();
    return vacation && !hasFailed(vacation) ? vacation : undefined;
  };
  createEffect(() => {
    if (read()?.application !== "pending") return;
    const timer = setTimeout(() => void revalidate(ownVacation.key), lookAgainMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Card
      title={t("vacation.title")}
      description={t("vacation.description")}
      actions={<Show when={read()}>{(vacation) => <StateOf vacation={vacation()} />}</Show>}
    >
      <Suspense fallback={<Skeleton />}>
        <Show
          when={read() !== undefined}
          fallback={
            <Show when={known()}>
              <Notice tone="danger">{t("vacation.failed")}</Notice>
            </Show>
          }
        >
          <VacationForm vacation={read()!} />
        </Show>
      </Suspense>
    </Card>
  );
}

function StateOf(props: { vacation: Vacation }) {
  const state = () => {
    const { application, isEnabled } = props.vacation;
    if (application !== "applied") return application;
    return isEnabled ? "on" : "off";
  };
  const tones = { on: "success", off: "neutral", pending: "accent", failed: "danger" } as const;
  return <Badge tone={tones[state()]}>{t(`vacation.state_${state()}`)}</Badge>;
}

function VacationForm(props: { vacation: Vacation }) {
  const [isOn, setOn] = createSignal(untrack(() => props.vacation.isEnabled));
  const form = formAction(setVacation, failureText);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event))
      toast(t(isOn() ? "vacation.switchedOn" : "vacation.switchedOff"), { tone: "success" });
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={submit}>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Checkbox
        name="isEnabled"
        label={t("vacation.isEnabled")}
        checked={isOn()}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      <div class="grid gap-4 sm:grid-cols-2">
        <Field
          type="date"
          name="fromDate"
          label={t("vacation.from")}
          optional
          value={props.vacation.fromDate ?? ""}
          issues={form.issues().fromDate}
        />
        <Field
          type="date"
          name="untilDate"
          label={t("vacation.until")}
          optional
          value={props.vacation.untilDate ?? ""}
          issues={form.issues().untilDate}
        />
      </div>
      <Field
        name="subject"
        label={t("vacation.subject")}
        help={t("vacation.subjectHelp")}
        optional
        maxlength={400}
        value={props.vacation.subject}
        issues={form.issues().subject}
      />
      <TextArea
        name="text"
        label={t("vacation.text")}
        help={t("vacation.textHelp")}
        rows={6}
        dir="auto"
        required={isOn()}
        maxlength={20_000}
        value={props.vacation.text}
        issues={form.issues().text}
      />
      <div class="flex justify-end">
        <Button type="submit" variant="primary" busy={form.isBusy()}>
          {t("common.save")}
        </Button>
      </div>
    </form>
  );
}
