import { t } from "~/lib/i18n/t";
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
import type { NavSection } from "~/ui/shell-nav";
import type { Role } from "../schema";

/** Pages that show nothing to some roles. */
const hidden: Partial<Record<Role, readonly string[]>> = {
  domain_admin: ["/admin/team", "/admin/settings", "/admin/webhooks"],
  viewer: ["/admin/webhooks"],
};

/** Where a member of a role can go in the panel. */
export const panelNav = (role: Role): NavSection[] =>
  everywhere().map(({ items, ...section }) => ({
    ...{ ...section, items: items.filter(({ href }) => !hidden[role]?.includes(href)) },
  }));

const everywhere = (): NavSection[] => [
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
