import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Dialog } from "~/ui/dialog";

/** A token that was just made: this once, with a command that shows that it works. */
export function NewToken(props: { secret: string; onClose: () => void }) {
  const command = () => `curl -H "Authorization: Bearer ${props.secret}" ${location.origin}/api/v1/domains`;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("api.createdTitle")}
      description={t("api.createdText")}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t("api.done")}
        </Button>
      }
    >
      <div class="grid gap-4">
        <Shown label={t("api.secret")} text={props.secret} copy={t("api.copySecret")} />
        <Shown label={t("api.tryIt")} text={command()} copy={t("api.copyCommand")} />
      </div>
    </Dialog>
  );
}

const Shown = (props: { label: string; text: string; copy: string }) => (
  <div class="grid gap-1">
    <span class="text-sm font-medium">{props.label}</span>
    <div class="flex items-start justify-between gap-2 rounded-md bg-surface-sunken p-3">
      <code class="min-w-0 break-all text-sm">{props.text}</code>
      <CopyButton text={props.text} label={props.copy} />
    </div>
  </div>
);
