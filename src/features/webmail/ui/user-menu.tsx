import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { HistoryIcon, LogOutIcon, SettingsIcon } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import { toast } from "~/ui/toast-store";
import type { MailMe } from "../schema";
import { failureText } from "./failure-text";
import { signOut } from "./queries";

/** Whose mailbox this is, and the way out. */
export function UserMenu(props: { me: MailMe }) {
  const leave = useAction(signOut);
  const signOutNow = () => void leave().catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  return (
    <Menu
      placement="bottom-end"
      items={[
        { heading: props.me.displayName ? `${props.me.displayName} · ${props.me.address}` : props.me.address },
        "separator",
        { label: t("webmail.settings"), icon: <SettingsIcon size={16} />, href: "/mail/settings" },
        { label: t("webmail.activity"), icon: <HistoryIcon size={16} />, href: "/mail/activity" },
        { label: t("webmail.signOut"), icon: <LogOutIcon size={16} />, onSelect: signOutNow },
      ]}
      trigger={(trigger) => (
        <button type="button" data-slot="mail-user" {...trigger}>
          <Avatar name={props.me.displayName || props.me.address} />
          <span class="sr-only">{t("webmail.mailboxOf", { address: props.me.address })}</span>
        </button>
      )}
    />
  );
}
