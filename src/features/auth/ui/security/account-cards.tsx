import { createSignal, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { StatusChip } from "~/ui/status-chip";
import type { Me } from "../../schema";
import { ChangeEmailForm } from "../account/change-email-form";
import { ChangeNameForm } from "../account/change-name-form";
import { ChangePasswordForm } from "../account/change-password-form";

/** Name, address and password; each form opens where it is asked for. */
export function AccountCards(props: { me: Me; hasPassword: boolean }) {
  const [open, setOpen] = createSignal<"name" | "email" | "password">();
  const toggle = (which: "name" | "email" | "password") => setOpen(open() === which ? undefined : which);
  const change = (which: "name" | "email" | "password", label: string) => (
    <Button
      aria-expanded={open() === which}
      aria-label={open() === which ? undefined : label}
      onClick={() => toggle(which)}
    >
      {open() === which ? t("common.close") : t("security.change")}
    </Button>
  );
  return (
    <Card variant="flush">
      <div class="divide-y divide-border">
        <section class="grid gap-4 p-5">
          <div class="flex flex-wrap items-center justify-between gap-3">
            <Fact label={t("security.name")}>{props.me.member.name || t("security.noName")}</Fact>
            {change("name", t("security.changeName"))}
          </div>
          <Show when={open() === "name"}>
            <ChangeNameForm name={props.me.member.name} />
          </Show>
        </section>
        <section class="grid gap-4 p-5">
          <div class="flex flex-wrap items-center justify-between gap-3">
            <Fact label={t("auth.email")}>
              <span class="break-all">{props.me.member.email}</span>{" "}
              <StatusChip tone={props.me.member.isConfirmed ? "success" : "warning"}>
                {props.me.member.isConfirmed ? t("security.confirmed") : t("security.notConfirmed")}
              </StatusChip>
            </Fact>
            {change("email", t("security.changeEmail"))}
          </div>
          <Show when={open() === "email"}>
            <ChangeEmailForm email={props.me.member.email} />
          </Show>
        </section>
        <section class="grid gap-4 p-5">
          <div class="flex flex-wrap items-center justify-between gap-3">
            <Fact label={t("auth.password")}>
              {props.hasPassword ? t("security.passwordSet") : t("security.passwordNone")}
            </Fact>
            {change("password", t("security.changePassword"))}
          </div>
          <Show when={open() === "password"}>
            <ChangePasswordForm hasPassword={props.hasPassword} onDone={() => setOpen(undefined)} />
          </Show>
        </section>
      </div>
    </Card>
  );
}

const Fact = (props: { label: string; children: JSX.Element }) => (
  <div class="grid min-w-0 gap-1">
    <span class="text-sm text-muted">{props.label}</span>
    <span>{props.children}</span>
  </div>
);
