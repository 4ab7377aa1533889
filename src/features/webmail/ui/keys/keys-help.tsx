import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import { Dialog } from "~/ui/dialog";
import { KeyWords } from "./key-words";
import { type KeyAct, keyMap } from "./key-map";
import { hasSingleKeys, setSingleKeys } from "./single-keys";
import "./keys.css";

const groups = [
  { title: "keys.groupList", acts: ["next", "previous", "open", "select", "selectAll", "selectNone"] },
  { title: "keys.groupReading", acts: ["back", "nextMessage", "previousMessage", "reply", "replyAll", "forward"] },
  {
    title: "keys.groupActs",
    acts: [
      ...(["archive", "archiveNext", "archivePrevious", "remove", "junk", "flag"] as const),
      ...(["read", "unread", "move", "label", "more", "undo"] as const),
    ],
  },
  {
    title: "keys.groupGo",
    acts: ["search", "goInbox", "goFlagged", "goDrafts", "goSent", "goArchive", "compose", "help"],
  },
] as const satisfies readonly { title: string; acts: readonly KeyAct[] }[];

/** Keys that are no act of the page. */
const others = [
  { keys: "Mod K", text: "keys.openPalette" },
  { keys: "Mod Enter", text: "keys.sendMessage" },
  { keys: "Esc", text: "keys.leave" },
] as const;

/** All keys of the webmail, and the switch for those who do not want them. */
export default function KeysHelp(props: { onClose: () => void }) {
  return (
    <Dialog open onClose={() => props.onClose()} title={t("keys.title")} size="lg">
      <Checkbox
        checked={hasSingleKeys()}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t("keys.single")}
        help={t("keys.singleText")}
      />
      <div data-slot="keys-help">
        <For each={groups}>
          {(group) => (
            <section>
              <h3>{t(group.title)}</h3>
              <dl>
                <For each={group.acts as readonly KeyAct[]}>
                  {(act) => (
                    <div>
                      <dt>{t(`keys.act_${act}`)}</dt>
                      <dd>
                        <KeyWords keys={keyMap[act][0]} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
        <section>
          <h3>{t("keys.groupEverywhere")}</h3>
          <dl>
            <For each={others}>
              {(other) => (
                <div>
                  <dt>{t(other.text)}</dt>
                  <dd>
                    <KeyWords keys={other.keys} />
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
