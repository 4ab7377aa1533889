import { useAction } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { DayOf } from "~/features/auth/ui/security/day-of";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { MailUser } from "../../schema";
import type { UserAccess } from "../../schema/access";
import type { AccessAct } from "./access-dialogs";
import { AppPasswordLine } from "./app-password-line";
import { revokeLink } from "./queries";

type AccessFactsProps = {
  user: MailUser;
  access: UserAccess;
  canEdit: boolean;
  onAct: (act: AccessAct) => void;
};

/** Each way in with what is known of it, and what can be done about it. */
export function AccessFacts(props: AccessFactsProps) {
  const withdraw = useAction(revokeLink);
  const withdrawNow = () =>
    void withdraw(props.user.id).then(
      () => toast(t("access.linkRevoked"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  const act = (what: AccessAct, label: string) => (
    <Show when={props.canEdit}>
      <Button size="sm" onClick={() => props.onAct(what)}>
        {label}
      </Button>
    </Show>
  );
  const linkLabel = () => {
    if (props.access.passwordSetAt) return t("access.sendReset");
    return props.access.link ? t("access.inviteAgain") : t("access.invite");
  };
  return (
    <dl class="m-0 grid gap-5">
      <Fact label={t("access.password")} actions={act("link", linkLabel())}>
        <Show
          when={props.access.passwordSetAt}
          fallback={<StatusChip tone="warning">{t("access.passwordNone")}</StatusChip>}
        >
          {(at) => (
            <span>
              {t("access.passwordSince")} <DayOf at={at()} />
            </span>
          )}
        </Show>
        <Show when={props.access.link}>
          {(link) => (
            <div class="flex flex-wrap items-center gap-2 text-sm text-muted">
              <span class="break-words">
                {t(link().kind === "invite" ? "access.linkInvite" : "access.linkReset")}{" "}
                <DayOf at={link().expiresAt} withTime />
                <Show when={link().email}>{(email) => <>, {t("access.linkMailed", { email: email() })}</>}</Show>
              </span>
              <Show when={props.canEdit}>
                <Button size="sm" variant="ghost" onClick={withdrawNow}>
                  {t("access.revokeLink")}
                </Button>
              </Show>
            </div>
          )}
        </Show>
      </Fact>
      <Fact
        label={t("access.lastSignIn")}
        actions={<Show when={props.access.openSessions > 0}>{act("endSessions", t("access.endSessions"))}</Show>}
      >
        <Show when={props.access.lastSignInAt} fallback={t("access.never")}>
          {(at) => <DayOf at={at()} withTime />}
        </Show>
        <span class="text-sm text-muted">{t("access.openSessions", { count: props.access.openSessions })}</span>
        <For each={props.access.networks}>
          {({ network, lastSeenAt }) => (
            <span class="text-sm text-muted">
              {t("access.networkSince", { network })} <DayOf at={lastSeenAt} />
            </span>
          )}
        </For>
      </Fact>
      <Fact
        label={t("access.factor")}
        actions={<Show when={props.access.hasSecondFactor}>{act("removeFactor", t("access.removeFactor"))}</Show>}
      >
        <Show when={props.access.hasSecondFactor} fallback={t("access.factorOff")}>
          <StatusChip tone="success">{t("access.factorOn")}</StatusChip>
        </Show>
      </Fact>
      <Fact
        label={t("access.recovery")}
        actions={<Show when={!props.access.recoveryEmail}>{act("propose", t("access.proposeRecovery"))}</Show>}
      >
        <span class="break-all">{props.access.recoveryEmail ?? t("access.recoveryNone")}</span>
        <Show when={props.access.recoveryAsked}>
          {(email) => (
            <span class="break-words text-sm text-muted">{t("access.recoveryAsked", { email: email() })}</span>
          )}
        </Show>
      </Fact>
      <Fact label={t("access.apps")}>
        <Show when={props.access.appPasswords.length > 0} fallback={t("access.appsNone")}>
          <ul class="m-0 grid list-none gap-2 p-0">
            <For each={props.access.appPasswords}>
              {(app) => <AppPasswordLine app={app} canEdit={props.canEdit} onRemove={() => props.onAct({ app })} />}
            </For>
          </ul>
        </Show>
      </Fact>
    </dl>
  );
}

const Fact = (props: { label: string; actions?: JSX.Element; children: JSX.Element }) => (
  <div class="grid gap-1">
    <dt class="text-sm text-muted">{props.label}</dt>
    <dd class="m-0 flex flex-wrap items-start justify-between gap-3">
      <div class="grid min-w-0 grow basis-60 gap-1">{props.children}</div>
      {props.actions}
    </dd>
  </div>
);
