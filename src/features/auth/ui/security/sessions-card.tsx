import { useAction, useSubmission } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { deviceName } from "~/lib/device-name";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { MonitorIcon } from "~/ui/basic-icons";
import { Keyed } from "~/ui/keyed";
import { LinkButton } from "~/ui/link-button";
import { Skeleton } from "~/ui/skeleton";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { SessionPage } from "../../schema/security";
import { failureText } from "../failure-text";
import { DayOf } from "./day-of";
import { endOtherSessions, endSession } from "./actions";

type Session = SessionPage["items"][number];

const describe = (userAgent: string) => {
  const { browser, system } = deviceName(userAgent);
  if (browser && system) return t("security.browserOn", { browser, system });
  return browser ?? system ?? t("security.unknownDevice");
};

/** Where the member is signed in, and how to be so no longer. */
export function SessionsCard(props: { page: SessionPage | undefined; after?: string }) {
  const endOthers = useAction(endOtherSessions);
  const ending = useSubmission(endOtherSessions);
  const leaveOthers = () =>
    void endOthers().then(
      () => toast(t("security.othersEnded"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  return (
    <Card
      title={t("security.sessions")}
      description={t("security.sessionsText")}
      actions={
        <Show when={(props.page?.items.length ?? 0) > 1 || props.after}>
          <Button busy={ending.pending} onClick={leaveOthers}>
            {t("security.endOthers")}
          </Button>
        </Show>
      }
    >
      <Show when={props.page} fallback={<Skeleton />}>
        {(page) => (
          <>
            <ul class="m-0 grid list-none gap-4 p-0">
              <Keyed each={page().items} by={({ id }) => id}>
                {(session) => <SessionItem session={session()} />}
              </Keyed>
            </ul>
            <div class="flex justify-end gap-2">
              <Show when={props.after}>
                <LinkButton href="?">{t("common.previous")}</LinkButton>
              </Show>
              <Show when={page().next}>
                {(next) => <LinkButton href={`?after=${next()}`}>{t("common.next")}</LinkButton>}
              </Show>
            </div>
          </>
        )}
      </Show>
    </Card>
  );
}

function SessionItem(props: { session: Session }) {
  const end = useAction(endSession);
  const [isBusy, setBusy] = createSignal(false);
  const endNow = async () => {
    setBusy(true);
    await end(props.session.id).catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
    setBusy(false);
  };
  const name = () => describe(props.session.userAgent);
  return (
    <li class="flex flex-wrap items-center gap-3">
      <span class="text-muted">
        <MonitorIcon />
      </span>
      <div class="grid min-w-0 grow basis-48">
        <span class="flex flex-wrap items-center gap-2 font-medium">
          {name()}
          <Show when={props.session.isThisOne}>
            <StatusChip tone="accent">{t("security.thisOne")}</StatusChip>
          </Show>
        </span>
        <span class="break-words text-sm text-muted">
          {props.session.tenantName} · {props.session.ip} · {t("security.lastUsed")}{" "}
          <DayOf at={props.session.lastUsedAt} withTime />
        </span>
      </div>
      <Show when={!props.session.isThisOne}>
        <Button
          class="ml-auto"
          variant="ghost"
          busy={isBusy()}
          aria-label={t("security.endOne", { device: name() })}
          onClick={() => void endNow()}
        >
          {t("auth.signOut")}
        </Button>
      </Show>
    </li>
  );
}
