import { createSignal } from "solid-js";

export type ToastTone = "neutral" | "success" | "danger";
export type ToastOptions = {
  tone?: ToastTone;
  /** Typically undo: `{ label: t("common.undo"), onSelect: unarchive }`. */
  action?: { label: string; onSelect: () => void };
  /** Milliseconds on screen; 0 stays until dismissed. 6,000 unless told, 10,000 with an action. */
  duration?: number;
};
export type Toast = ToastOptions & { id: number; text: string; duration: number };

const [list, setList] = createSignal<readonly Toast[]>([]);
let lastId = 0;

export const toasts = list;

/** Removes one notice before its time. */
export const dismissToast = (id: number): void => void setList((all) => all.filter((one) => one.id !== id));

/** Shows and reads out a notice: `toast("Archived", { action: { label: "Undo", onSelect } })`. Returns its id. Browser only; at most three stay. */
export function toast(text: string, options: ToastOptions = {}): number {
  const id = ++lastId;
  const duration = options.duration ?? (options.action ? 10_000 : 6_000);
  setList((all) => [...all.slice(-2), { ...options, id, text, duration }]);
  return id;
}
