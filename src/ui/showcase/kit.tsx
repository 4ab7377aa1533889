import { AppShell } from "../app-shell";
import { Avatar } from "../avatar";
import { Button } from "../button";
import { GlobeIcon, HistoryIcon, HomeIcon, MailIcon, PlusIcon, SettingsIcon, UsersIcon } from "../icons";
import { LinkButton } from "../link-button";
import { Logo } from "../logo";
import { Menu } from "../menu";
import { Notice } from "../notice";
import { PageHeader } from "../page-header";
import { StatusChip } from "../status-chip";
import { ThemeSwitch } from "../theme-switch";
import { Controls } from "./controls";
import { Data } from "./data";
import { IconGallery } from "./icon-gallery";
import { Overlays } from "./overlays";

const nav = [
  {
    items: [
      { href: "/dev/overview", label: "Overview", icon: <HomeIcon /> },
      { href: "/dev/ui", label: "Domains", icon: <GlobeIcon />, count: 3 },
      { href: "/dev/mail", label: "Mail shell", icon: <MailIcon /> },
      { href: "/dev/users", label: "Mailbox users", icon: <UsersIcon />, count: 24 },
    ],
  },
  {
    title: "Settings",
    items: [
      { href: "/dev/settings", label: "General", icon: <SettingsIcon /> },
      { href: "/dev/audit", label: "Activity", icon: <HistoryIcon /> },
    ],
  },
];

const userMenu = () => (
  <Menu
    placement="top-start"
    items={[
      { heading: "ada@example.com" },
      { label: "Profile", href: "/dev/ui" },
      "separator",
      { label: "Sign out", tone: "danger" },
    ]}
    trigger={(trigger) => (
      <button type="button" data-slot="user-button" {...trigger}>
        <Avatar name="Ada Lovelace" />
        <span>
          Ada Lovelace
          <small>Analytical Engines Ltd</small>
        </span>
      </button>
    )}
  />
);

/** Every component of the kit in its variants, inside the panel's shell. */
export default function KitShowcase() {
  return (
    <AppShell
      brand={<Logo />}
      nav={nav}
      navFooter={<ThemeSwitch />}
      userMenu={userMenu()}
      banner={<Notice tone="warning">A banner for all pages.</Notice>}
    >
      <PageHeader
        title="example.com"
        status={<StatusChip tone="success">Verified</StatusChip>}
        description="Everything in the kit, in every variant. What looks wrong here looks wrong everywhere."
        crumbs={[{ label: "Domains", href: "/dev/ui" }, { label: "example.com" }]}
        actions={
          <>
            <LinkButton href="/dev/mail">Mail shell</LinkButton>
            <Button variant="primary" icon={<PlusIcon />}>
              Add record
            </Button>
          </>
        }
      />
      <div class="grid gap-6">
        <Controls />
        <Overlays />
        <Data />
        <IconGallery />
      </div>
    </AppShell>
  );
}
