const hourMs = 3_600_000;

/** As far ahead as the mail server holds mail. */
export const latestSendAt = (now: Date): Date => new Date(now.getTime() + 7 * 24 * hourMs - 60_000);

/** Eight o'clock in the morning on the reader's clock, so many days from now. */
function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 8);
}

/** Times that are offered, in the reader's own zone: the next working week begins within seven days. */
export function offeredTimes(now: Date): { key: "inAnHour" | "tomorrow" | "monday"; at: Date }[] {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const times = [
    { key: "inAnHour" as const, at: new Date(now.getTime() + hourMs) },
    { key: "tomorrow" as const, at: morning(now, 1) },
    { key: "monday" as const, at: morning(now, toMonday) },
  ];
  // On a Sunday both are the same morning.
  return times.filter(({ key, at }) => at <= latestSendAt(now) && !(key === "monday" && toMonday === 1));
}

/** What `<input type="datetime-local">` takes, on the reader's clock. */
export function localInput(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
