import { t } from "~/lib/i18n/t";
import { Palette, type PaletteEntry } from "~/ui/palette/palette";
import type { Overview } from "../../schema";
import { folderName, folderPath } from "../folders";
import { type KeyAct, type KeyActs, keyMap } from "./key-map";

const pages = [
  { href: "/mail/outbox", text: "keys.pageOutbox" },
  { href: "/mail/settings", text: "keys.pageSettings" },
  { href: "/mail/activity", text: "keys.pageActivity" },
] as const;

/** Everything that a key does, every folder and every page of the webmail, by name. */
export default function MailPalette(props: { onClose: () => void; acts: KeyActs; view: Overview }) {
  const entries = (): PaletteEntry[] => [
    ...(Object.keys(keyMap) as KeyAct[]).map((act) => ({
      ...{ id: act, label: t(`keys.act_${act}`), keys: keyMap[act][0], run: props.acts[act] },
    })),
    ...props.view.mailboxes.map((mailbox) => ({
      ...{ id: mailbox.id, label: t("keys.goTo", { name: folderName(mailbox) }), href: folderPath(mailbox) },
    })),
    ...pages.map(({ href, text }) => ({ id: href, label: t("keys.goTo", { name: t(text) }), href })),
  ];
  return <Palette entries={entries()} onClose={props.onClose} />;
}
