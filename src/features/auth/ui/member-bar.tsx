import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { IconButton } from "~/ui/icon-button";
import { LogOutIcon } from "~/ui/icons";
import { toast } from "~/ui/toast-store";
import type { Me } from "../schema";
import { failureText } from "./failure-text";
import { signOut } from "./session-actions";
import { TenantSwitch } from "./tenant-switch";

/** Who is signed in, for which tenant, and the way out: one press, also where a menu would not fit. */
export function MemberBar(props: { me: Me }) {
  const leave = useAction(signOut);
  const name = () => props.me.member.name || props.me.member.email;
  const signOutNow = () => void leave().catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  const here = () => (
    <span class="grid min-w-0 text-sm">
      <span class="truncate font-medium">{props.me.tenant.name}</span>
      <span class="truncate text-xs text-muted" title={props.me.member.email}>
        {t(`auth.role_${props.me.member.role}`)} · {name()}
      </span>
    </span>
  );
  return (
    <div class="flex items-center gap-3 p-2">
      <Avatar name={name()} />
      <Show when={props.me.tenants.length > 1} fallback={<div class="grid grow min-w-0">{here()}</div>}>
        <TenantSwitch me={props.me}>{here()}</TenantSwitch>
      </Show>
      <IconButton label={t("auth.signOut")} onClick={signOutNow}>
        <LogOutIcon />
      </IconButton>
    </div>
  );
}
