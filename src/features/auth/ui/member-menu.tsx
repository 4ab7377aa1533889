import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { LogOutIcon, MailIcon } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import { toast } from "~/ui/toast-store";
import type { Me } from "../schema";
import { failureText } from "./failure-text";
import { signOut } from "./queries";

/** Who is signed in, for which tenant, and the way out. */
export function MemberMenu(props: { me: Me }) {
  const leave = useAction(signOut);
  const name = () => props.me.member.name || props.me.member.email;
  const signOutNow = () => void leave().catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  return (
    <Menu
      placement="top-start"
      items={[
        { heading: `${props.me.member.email} · ${t(`auth.role_${props.me.member.role}`)}` },
        { label: t("auth.openWebmail"), icon: <MailIcon size={16} />, onSelect: () => window.location.assign("/mail") },
        "separator",
        { label: t("auth.signOut"), icon: <LogOutIcon size={16} />, onSelect: signOutNow },
      ]}
      trigger={(trigger) => (
        <button type="button" data-slot="user-button" {...trigger}>
          <Avatar name={name()} />
          <span>
            {props.me.tenant.name}
            <small>{name()}</small>
          </span>
        </button>
      )}
    />
  );
}
