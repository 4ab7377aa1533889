import { createAsync, useAction } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { StatusChip } from "~/ui/status-chip";
import type { MailUser } from "../../schema";
import type { GuardCase } from "../../schema/guard";
import { caseText } from "./case-text";
import { confirmCase, guardCases, releaseCase } from "./queries";

const tones = { open: "danger", released: "success", confirmed: "warning" } as const;

/** Whether sending was paused and why, with the two ways to decide; nothing when it never was. */
export function UserGuard(props: { user: MailUser; canEdit: boolean }) {
  const page = createAsync(() => guardCases(props.user.id));
  const [release, confirm] = [useAction(releaseCase), useAction(confirmCase)];
  const [chosen, setChosen] = createSignal<"release" | "confirm">();
  const open = () => page()?.cases.find(({ state }) => state === "open");
  const before = () => page()?.cases.filter(({ state }) => state !== "open") ?? [];
  const time = localTime();
  return (
    <Show when={page()?.cases.length}>
      <Card title={open() ? t("guard.pausedTitle") : t("guard.title")}>
        <div class="grid gap-4">
          <Show when={open()}>
            {(one) => (
              <>
                <p class="m-0">{t("guard.pausedText")}</p>
                <Line case={one()} at={time.moment(one().createdAt)} />
                <Show when={props.canEdit}>
                  <div class="flex flex-wrap gap-2">
                    <Button variant="primary" onClick={() => setChosen("release")}>
                      {t("guard.release")}
                    </Button>
                    <Button variant="danger" onClick={() => setChosen("confirm")}>
                      {t("guard.confirm")}
                    </Button>
                  </div>
                </Show>
              </>
            )}
          </Show>
          <For each={before()}>{(one) => <Line case={one} at={time.moment(one.createdAt)} />}</For>
        </div>
      </Card>
      <Show when={open() && chosen() === "release"}>
        <ActDialog
          onClose={() => setChosen(undefined)}
          act={() => release(open()!.id)}
          done={t("guard.released", { address: props.user.address })}
          title={t("guard.releaseTitle")}
          confirmLabel={t("guard.release")}
        >
          {t("guard.releaseText")}
        </ActDialog>
      </Show>
      <Show when={open() && chosen() === "confirm"}>
        <ActDialog
          onClose={() => setChosen(undefined)}
          act={() => confirm(open()!.id)}
          done={t("guard.confirmed", { address: props.user.address })}
          title={t("guard.confirmTitle")}
          confirmLabel={t("guard.confirm")}
          tone="danger"
        >
          {t("guard.confirmText")}
        </ActDialog>
      </Show>
    </Show>
  );
}

const Line = (props: { case: GuardCase; at: string }) => (
  <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
    <StatusChip tone={tones[props.case.state]}>{t(`guard.state_${props.case.state}`)}</StatusChip>
    <span>{caseText(props.case)}</span>
    <time class="text-sm text-muted" datetime={props.case.createdAt}>
      {props.at}
    </time>
  </div>
);
