import { createSignal, type JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { Button } from "~/ui/button";
import { CheckIcon, CopyIcon, DownloadIcon } from "~/ui/icons";
import type { DomainRecord } from "../schema";
import { recordsText, recordsZone } from "./records-text";

type TakeAlongProps = { name: string; records: readonly DomainRecord[]; isMailLater: boolean; children?: JSX.Element };

/** All records at once: on the clipboard, or as a file that most DNS providers import. */
export function TakeAlong(props: TakeAlongProps) {
  const [isCopied, setCopied] = createSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(recordsText(props));
    setCopied(true);
    announce(t("common.copied"));
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([recordsZone(props)], { type: "text/dns" }));
    Object.assign(document.createElement("a"), { href: url, download: `${props.name}.zone` }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <div class="flex flex-wrap gap-2">
      <Button
        size="sm"
        icon={isCopied() ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
        onClick={() => void copy()}
      >
        {t("guide.copyAll")}
      </Button>
      <Button size="sm" icon={<DownloadIcon size={16} />} onClick={download}>
        {t("guide.zoneFile")}
      </Button>
      {props.children}
    </div>
  );
}
