import { Show } from "solid-js";
import { QrPicture } from "~/features/auth/ui/security/qr-picture";
import { languageTag } from "~/lib/i18n/language-tag";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import type { MailboxLink } from "../../schema/access";

type LinkDialogProps = {
  address: string;
  made: MailboxLink;
  isFirst: boolean;
  notMailed?: boolean;
  onClose: () => void;
};

const timeOf = (at: string) =>
  new Date(at).toLocaleString(languageTag(navigator.language), { dateStyle: "medium", timeStyle: "short" });

/** A link for a password, this once: to copy, or for the camera of the phone of who stands beside. */
export function LinkDialog(props: LinkDialogProps) {
  const until = () => timeOf(props.made.expiresAt);
  const text = () =>
    props.isFirst ? t("access.linkInviteText", { until: until() }) : t("access.linkResetText", { until: until() });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("access.linkTitle", { address: props.address })}
      description={text()}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t("access.linkDone")}
        </Button>
      }
    >
      <Show when={props.made.link}>
        {(link) => (
          <div class="grid gap-4">
            <div class="grid gap-1">
              <span class="text-sm font-medium">{t("access.linkLabel")}</span>
              <div class="flex items-start justify-between gap-2 rounded-md bg-surface-sunken p-3">
                <code class="min-w-0 break-all text-sm" data-slot="mailbox-link">
                  {link()}
                </code>
                <CopyButton text={link()} label={t("access.linkCopy")} />
              </div>
            </div>
            <QrPicture rows={props.made.picture} label={t("access.linkQr")} />
            <Show when={props.made.mailedTo}>
              {(email) => <Notice tone="accent">{t("access.linkSentTo", { email: email() })}</Notice>}
            </Show>
            <Show when={props.notMailed}>
              <Notice tone="warning">{t("access.linkNotMailed")}</Notice>
            </Show>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
