import { createAsync, type RouteDefinition, type RouteSectionProps } from "@solidjs/router";
import { Show } from "solid-js";
import { PanelFoot } from "~/features/auth/ui/panel-foot";
import { MemberBar } from "~/features/auth/ui/member-bar";
import { currentMember } from "~/features/auth/ui/queries";
import { StepUp } from "~/features/auth/ui/security/step-up";
import { t } from "~/lib/i18n/t";
import { revalidateOn } from "~/trpc/live";
import { AppShell } from "~/ui/app-shell";
import {
  BellIcon,
  GlobeIcon,
  HistoryIcon,
  HomeIcon,
  KeyIcon,
  MailIcon,
  SettingsIcon,
  ShieldIcon,
  UserIcon,
  UsersIcon,
} from "~/ui/icons";
import { Logo } from "~/ui/logo";

export const route = { preload: () => void currentMember() } satisfies RouteDefinition;

/** The panel around every page of it; nothing inside is shown before it is known who asks. */
export default function PanelLayout(props: RouteSectionProps) {
  const me = createAsync(() => currentMember());
  revalidateOn({
    user: ["users.list", "domains.list"],
    domain: ["domains.list", "domains.get"],
    session: [currentMember.key],
  });
  const nav = () => [
    {
      items: [
        { href: "/admin", label: t("auth.navOverview"), icon: <HomeIcon />, exact: true },
        { href: "/admin/domains", label: t("auth.navDomains"), icon: <GlobeIcon /> },
        { href: "/admin/users", label: t("auth.navUsers"), icon: <UsersIcon /> },
        { href: "/mail", label: t("auth.openWebmail"), icon: <MailIcon /> },
      ],
    },
    {
      title: t("auth.navAccount"),
      items: [
        { href: "/admin/security", label: t("auth.navSecurity"), icon: <ShieldIcon /> },
        { href: "/admin/team", label: t("auth.navTeam"), icon: <UserIcon /> },
        { href: "/admin/settings", label: t("auth.navSettings"), icon: <SettingsIcon /> },
        { href: "/admin/api", label: t("auth.navApi"), icon: <KeyIcon /> },
        { href: "/admin/webhooks", label: t("auth.navWebhooks"), icon: <BellIcon /> },
        { href: "/admin/audit", label: t("auth.navAudit"), icon: <HistoryIcon /> },
      ],
    },
  ];
  return (
    <Show when={me()}>
      {(known) => (
        <AppShell
          brand={<Logo />}
          nav={nav()}
          navFooter={<PanelFoot isTrial={known().isTrial} />}
          userMenu={<MemberBar me={known()} />}
        >
          {props.children}
          <StepUp />
        </AppShell>
      )}
    </Show>
  );
}
