import { createSignal } from "solid-js";

const carriesFiles = (transfer: DataTransfer | null) => transfer?.types.includes("Files") ?? false;
const isPicture = ({ type }: File) => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

export type DropFilesOptions = {
  onFiles: (files: File[]) => void;
  /** Whether pictures that are pasted belong into the text, where the editor takes them. */
  takesPictures: () => boolean;
};

/** Files that are dropped anywhere on an element, or pasted into it; `isOver` while some are held above it. */
export function createDropFiles({ onFiles, takesPictures }: DropFilesOptions) {
  const [isOver, setOver] = createSignal(false);
  let depth = 0;
  const attach = (element: HTMLElement) => {
    element.addEventListener("dragenter", (event) => {
      if (!carriesFiles(event.dataTransfer)) return;
      depth++;
      setOver(true);
    });
    element.addEventListener("dragleave", () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    element.addEventListener("dragover", (event) => carriesFiles(event.dataTransfer) && event.preventDefault());
    // Before the editor, which would show what is dropped on it.
    const take = (event: DragEvent | ClipboardEvent, files: File[]) => {
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles(files);
    };
    element.addEventListener(
      "drop",
      (event) => {
        depth = 0;
        setOver(false);
        take(event, [...(event.dataTransfer?.files ?? [])]);
      },
      true,
    );
    element.addEventListener(
      "paste",
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        // A copied cell or page brings a picture of itself beside its words: the words are meant.
        const isText = event.clipboardData?.types.some((type) => type.startsWith("text/"));
        const isForEditor = takesPictures() && files.every(isPicture);
        if (!isText && !isForEditor) take(event, files);
      },
      true,
    );
  };
  return { isOver, attach };
}
