import { revalidate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { toast } from "~/ui/toast-store";
import type { Message } from "../../schema";
import { failureText } from "../failure-text";
import { conversation } from "../queries";
import type { SanitisedMail } from "../render/sanitise-mail";
import { PictureBar } from "./picture-bar";
import { remotePictures } from "./remote-pictures";

export type PictureSource = Pick<Message, "id" | "from" | "authentication" | "pictures">;
/** A message as it stands in its frame. */
export type Shown = Pick<SanitisedMail, "remoteImages" | "trackers"> & { content: ParentNode };

/** Pictures from the internet in one message: kept out until its reader, or what the reader said before, lets them in. */
export function MessagePictures(props: { message: PictureSource; shown: Shown }) {
  const pictures = remotePictures();
  /** What the reader said of this message, if anything. */
  const [answer, setWanted] = createSignal<boolean>();
  const isWanted = createMemo(() => answer() ?? props.message.pictures !== "ask");
  const [isLoading, setLoading] = createSignal(false);
  const sender = () =>
    props.message.authentication?.verdict === "verified" ? props.message.from[0]?.email : undefined;
  const failed = (error: unknown) => void toast(failureText(error), { tone: "danger" });

  createEffect(
    on([() => props.shown, isWanted], ([{ content }, wanted]) => {
      pictures.present(content);
      if (!wanted) return;
      setLoading(true);
      void pictures
        .load()
        .catch((error: unknown) => {
          setWanted(false);
          failed(error);
        })
        .finally(() => setLoading(false));
    }),
  );
  createEffect(
    on(
      () => props.message.pictures !== "ask",
      (isGiven) => isGiven && setWanted(true),
      { defer: true },
    ),
  );

  const trust = async () => {
    setWanted(true);
    try {
      await trpc.webmail.reading.trust.mutate({ messageId: props.message.id });
      await revalidate(conversation.key);
    } catch (error) {
      failed(error);
    }
  };
  const distrust = async (address: string) => {
    setWanted(true);
    try {
      await trpc.webmail.reading.distrust.mutate({ address });
      await revalidate(conversation.key);
      toast(t("reading.distrusted"));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <PictureBar
      count={props.shown.remoteImages}
      trackers={props.shown.trackers}
      missing={pictures.missing()}
      isShown={isWanted()}
      isLoading={isLoading()}
      sender={sender()}
      isTrusted={props.message.pictures === "sender"}
      onShow={() => setWanted(true)}
      onTrust={() => void trust()}
      onDistrust={() => void distrust(sender() ?? "")}
    />
  );
}
