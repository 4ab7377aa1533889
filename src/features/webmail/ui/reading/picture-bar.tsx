import { Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";

export type PictureBarProps = {
  /** Pictures from the internet that the message would show. */
  count: number;
  trackers: number;
  /** Pictures that could not be had. */
  missing: number;
  isShown: boolean;
  isLoading: boolean;
  /** The sender's address, when it is proven. */
  sender: string | undefined;
  /** Pictures of this sender are shown without a question. */
  isTrusted: boolean;
  onShow: () => void;
  onTrust: () => void;
  onDistrust: () => void;
};

/** What became of the pictures from the internet, and how to have them. */
export function PictureBar(props: PictureBarProps) {
  const isWaiting = () => props.count > 0 && !props.isShown;
  const isWorthALine = () =>
    isWaiting() || props.trackers > 0 || props.missing > 0 || (props.isTrusted && props.count > 0);
  return (
    <Show when={isWorthALine()}>
      <div data-slot="picture-bar">
        <output>
          <Show when={isWaiting()}>{t("webmail.remoteImagesBlocked", { count: props.count })} </Show>
          <Show when={props.trackers}>{t("reading.trackers", { count: props.trackers })} </Show>
          <Show when={props.missing}>{t("reading.picturesMissing", { count: props.missing })} </Show>
          <Show when={!isWaiting() && props.isTrusted}>{t("reading.trustedPictures")}</Show>
        </output>
        <Switch>
          <Match when={isWaiting()}>
            <Button size="sm" busy={props.isLoading} onClick={() => props.onShow()}>
              {t("reading.showOnce")}
            </Button>
            <Show when={props.sender}>
              {(sender) => (
                <Button size="sm" variant="ghost" title={sender()} onClick={() => props.onTrust()}>
                  {t("reading.alwaysOfSender")}
                </Button>
              )}
            </Show>
          </Match>
          <Match when={props.isTrusted}>
            <Button size="sm" variant="ghost" onClick={() => props.onDistrust()}>
              {t("reading.askAgain")}
            </Button>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}
