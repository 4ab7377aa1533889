import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { linkify } from "./linkify";
import { quotedBlocks } from "./quoted-blocks";

/** Lines of a quotation that stay open: a short one is usually what the next lines answer. */
const shortQuote = 3;

/** A message's plain text: text nodes and links only, white space kept, long quotations folded. */
export function TextBody(props: { text: string }) {
  return (
    <div data-slot="text-body" class="whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
      <For each={quotedBlocks(props.text)}>
        {(block) => (
          <Show when={block.isQuoted} fallback={<Pieces text={block.text} />}>
            <Show
              when={block.lines > shortQuote}
              fallback={
                <div class="text-muted">
                  <Pieces text={block.text} />
                </div>
              }
            >
              <details class="text-muted">
                <summary class="cursor-pointer py-1">{t("webmail.quotedText", { count: block.lines })}</summary>
                <div>
                  <Pieces text={block.text} />
                </div>
              </details>
            </Show>
          </Show>
        )}
      </For>
    </div>
  );
}

function Pieces(props: { text: string }) {
  return (
    <For each={linkify(props.text)}>
      {(piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        )
      }
    </For>
  );
}
