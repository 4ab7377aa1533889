import { t } from "~/lib/i18n/t";
import { KeyIcon } from "~/ui/basic-icons";
import {
  BellIcon,
  ChartIcon,
  GlobeIcon,
  HistoryIcon,
  HomeIcon,
  MailIcon,
  SendIcon,
  SettingsIcon,
  ShieldIcon,
  UserIcon,
  UsersIcon,
} from "~/ui/icons";
import type { NavSection } from "~/ui/shell-nav";
import type { Me, Role } from "../schema";

/** Pages that show nothing to some roles. */
const hidden: Partial<Record<Role, readonly string[]>> = {
  domain_admin: ["/admin/team", "/admin/settings", "/admin/webhooks"],
  viewer: ["/admin/webhooks"],
};

/** All that is open to whoever must add a second factor first. */
export const securityPage = "/admin/security";

/** Where a member can go in the panel. */
export const panelNav = ({ member, needsSecondFactor }: Me): NavSection[] =>
  everywhere()
    .map(({ items, ...section }) => {
      const isOpen = (href: string) =>
        needsSecondFactor ? href === securityPage : !hidden[member.role]?.includes(href);
      return { ...section, items: items.filter(({ href }) => isOpen(href)) };
    })
    .filter(({ items }) => items.length > 0);

const everywhere = (): NavSection[] => [
  {
    items: [
      { href: "/admin", label: t("auth.navOverview"), icon: <HomeIcon />, exact: true },
      { href: "/admin/domains", label: t("auth.navDomains"), icon: <GlobeIcon /> },
      { href: "/admin/users", label: t("auth.navUsers"), icon: <UsersIcon /> },
      { href: "/admin/groups", label: t("auth.navGroups"), icon: <UsersIcon /> },
      { href: "/admin/delivery", label: t("auth.navDelivery"), icon: <SendIcon /> },
      { href: "/admin/analytics", label: t("auth.navAnalytics"), icon: <ChartIcon /> },
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
