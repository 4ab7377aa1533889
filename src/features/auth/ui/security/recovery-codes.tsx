import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { DownloadIcon } from "~/ui/icons";

/** Ten codes that are shown this once, to be copied, kept as a file or written down. */
export function RecoveryCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const text = () => `${props.codes.join("\n")}\n`;
  const file = () => `data:text/plain;charset=utf-8,${encodeURIComponent(text())}`;
  return (
    <div class="grid gap-4">
      <ul class="m-0 grid list-none grid-cols-2 gap-2 rounded-md bg-surface-sunken p-4 text-center font-mono">
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <div class="flex items-center gap-2">
          <CopyButton text={text()} label={t("security.codesCopy")} />
          <a
            data-slot="button"
            data-variant="ghost"
            data-size="md"
            href={file()}
            download="deftmail-recovery-codes.txt"
            rel="external"
          >
            <DownloadIcon />
            <span data-slot="button-label">{t("security.codesSave")}</span>
          </a>
        </div>
        <Button variant="primary" onClick={() => props.onDone()}>
          {t("security.codesDone")}
        </Button>
      </div>
    </div>
  );
}
