import { createAsync, useAction } from "@solidjs/router";
import { createSignal, Show, Suspense } from "solid-js";
import { DayOf } from "~/features/auth/ui/security/day-of";
import { deviceName } from "~/lib/device-name";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Keyed } from "~/ui/keyed";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { MailSessionPage } from "../../schema/security";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { endOtherSessions, endSession, mailSessions } from "./queries";

type Session = MailSessionPage["items"][number];

const describe = (userAgent: string) => {
  const { browser, system } = deviceName(userAgent);
  if (browser && system) return t("security.browserOn", { browser, system });
  return browser ?? system ?? t("security.unknownDevice");
};

/** Where the mailbox is open, and how to close it there. */
export function SessionsCard() {
  const [after, setAfter] = createSignal<string>();
  const sessions = createAsync(() => mailSessions(after()));
  const read = () => {
    const known = sessions();
    return known && !hasFailed(known) ? known : undefined;
  };
  const endOthers = useAction(endOtherSessions);
  const endThem = () =>
    void endOthers().then(
      () => toast(t("security.othersEnded"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  return (
    <Card
      title={t("access.sessions")}
      description={t("access.sessionsText")}
      actions={<Button onClick={endThem}>{t("security.endOthers")}</Button>}
    >
      <Suspense fallback={<Skeleton />}>
        <Show when={sessions()} fallback={<Skeleton />}>
          <Show when={read()} fallback={<Notice tone="danger">{t("access.failed")}</Notice>}>
            {(page) => (
              <>
                <ul class="m-0 grid list-none gap-4 p-0">
                  <Keyed each={page().items} by={({ id }) => id}>
                    {(session) => <SessionItem session={session()} />}
                  </Keyed>
                </ul>
                <div class="flex justify-end gap-2">
                  <Show when={after()}>
                    <Button onClick={() => setAfter(undefined)}>{t("common.previous")}</Button>
                  </Show>
                  <Show when={page().next}>
                    {(next) => <Button onClick={() => setAfter(next())}>{t("common.next")}</Button>}
                  </Show>
                </div>
              </>
            )}
          </Show>
        </Show>
      </Suspense>
    </Card>
  );
}

function SessionItem(props: { session: Session }) {
  const end = useAction(endSession);
  const [isBusy, setBusy] = createSignal(false);
  const name = () => describe(props.session.userAgent);
  const endNow = async () => {
    setBusy(true);
    await end(props.session.id).catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
    setBusy(false);
  };
  return (
    <li class="flex flex-wrap items-center gap-3">
      <div class="grid min-w-0 grow basis-48">
        <span class="flex flex-wrap items-center gap-2 font-medium">
          {name()}
          <Show when={props.session.isThisOne}>
            <StatusChip tone="accent">{t("security.thisOne")}</StatusChip>
          </Show>
        </span>
        <span class="break-words text-sm text-muted">
          {props.session.ip} · {t("security.lastUsed")} <DayOf at={props.session.lastUsedAt} withTime />
        </span>
      </div>
      <Show when={!props.session.isThisOne}>
        <Button
          variant="ghost"
          busy={isBusy()}
          aria-label={t("security.endOne", { device: name() })}
          onClick={() => void endNow()}
        >
          {t("webmail.signOut")}
        </Button>
      </Show>
    </li>
  );
}
