import { createSignal, onCleanup } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { trpc } from "~/trpc/client";
import type { DraftFile } from "../composing/draft";
import type { Writing } from "../composing/writing";
import { fileFailure } from "./file-failure";
import { UploadError, uploadFile } from "./upload-file";

/** At a time: more would only wait for each other. */
const uploadsAtOnce = 3;
const shown = /^image\/(?:png|jpeg|gif|webp)$/;

type Upload = { file: File; stop: AbortController };

/**
 * The files of a message that is written: each is uploaded at once, can be stopped, taken out and tried again, and what is too large is said
 * before a single octet of it is sent.
 */
export function createAttaching(writing: Writing) {
  const uploads = new Map<string, Upload>();
  const [failures, setFailures] = createSignal<ReadonlyMap<string, string>>(new Map());
  const waiting: string[] = [];
  const [mostBytes, setMostBytes] = createSignal(Number.POSITIVE_INFINITY);
  const limits = trpc.webmail.files.limits.query().catch(() => undefined);
  void limits.then((known) => known && setMostBytes(known.maxMessageBytes));
  let running = 0;

  const change = (key: string, to: Partial<DraftFile>) => {
    const files = writing.draft().files.map((file) => (file.key === key ? { ...file, ...to } : file));
    // Progress is not worth keeping.
    if (to.state) writing.edit({ files });
    else writing.set({ files });
  };
  const fail = (key: string, error: unknown) => {
    setFailures((before) => new Map([...before, [key, fileFailure(error)]]));
    change(key, { state: "failed", progress: undefined });
    announce(t("drafts.failed", { name: uploads.get(key)?.file.name ?? "" }));
  };

  async function upload(key: string): Promise<void> {
    const { file, stop } = uploads.get(key)!;
    try {
      const limit = (await limits)?.maxFileBytes;
      if (limit !== undefined && file.size > limit)
        throw new UploadError({ failure: { key: "file.too_large", max: limit } });
      const onProgress = (progress: number) => change(key, { progress });
      const { fileId, name, type, size } = await uploadFile(file, { onProgress, signal: stop.signal });
      const cid = writing.draft().files.find((one) => one.key === key)?.cid;
      const source = { fileId, ...(cid === undefined ? {} : { cid }) };
      change(key, { name, type, size, source, state: "ready", progress: undefined });
      announce(t("drafts.attached", { name }));
    } catch (error) {
      if (!stop.signal.aborted) fail(key, error);
    }
  }

  function next(): void {
    while (running < uploadsAtOnce && waiting.length > 0) {
      running++;
      void upload(waiting.shift()!).finally(() => {
        running--;
        next();
      });
    }
  }
  const begin = (key: string, file: File) => {
    uploads.set(key, { file, stop: new AbortController() });
    waiting.push(key);
    next();
  };

  onCleanup(() => {
    for (const { stop } of uploads.values()) stop.abort(new Error("closed"));
  });

  function add(files: Iterable<File>, cid?: string): void {
    const added = [...files].map((file) => ({ file, key: crypto.randomUUID() }));
    if (added.length === 0) return;
    const entries = added.map(({ file, key }): DraftFile => ({
      ...{ key, name: file.name || "file", type: file.type || "application/octet-stream", size: file.size },
      ...{ state: "uploading", progress: 0 },
      ...(cid === undefined ? {} : { cid }),
    }));
    writing.edit({ files: [...writing.draft().files, ...entries] });
    for (const { key, file } of added) begin(key, file);
  }

  return {
    failures,
    add: (files: Iterable<File>) => add(files),
    /** A picture that the text shows from now on; undefined for what mail programs do not show. */
    addPicture(file: File): { cid: string } | undefined {
      if (!shown.test(file.type)) return undefined;
      const cid = `${crypto.randomUUID()}@picture`;
      add([file], cid);
      return { cid };
    },
    remove(key: string): void {
      uploads.get(key)?.stop.abort(new Error("removed"));
      const gone = writing.draft().files.find((file) => file.key === key);
      writing.edit({ files: writing.draft().files.filter((file) => file.key !== key) });
      if (gone) announce(t("drafts.removed", { name: gone.name }));
      const source = gone?.source;
      // What fails here is found when it has waited for too long.
      if (source && "fileId" in source) trpc.webmail.files.remove.mutate({ fileId: source.fileId }).catch(() => {});
    },
    /** Of a file that failed; what an earlier page had begun to upload is not at hand any more. */
    retry(key: string): void {
      const known = uploads.get(key);
      if (!known) return;
      setFailures((before) => new Map([...before].filter(([one]) => one !== key)));
      change(key, { state: "uploading", progress: 0 });
      begin(key, known.file);
    },
    canRetry: (key: string) => uploads.has(key),
    /** More than the mail server takes in one message. */
    isTooMuch: () => {
      const files = writing.draft().files.filter(({ state }) => state !== "failed");
      return files.reduce((sum, { size }) => sum + size, 0) > mostBytes();
    },
    /** Files that are not there yet, and those that never came. */
    unfinished: () => writing.draft().files.filter(({ source }) => !source),
  };
}

export type Attaching = ReturnType<typeof createAttaching>;
