/** The offset from UTC that clocks here show on that day (RFC 5260 section 4.1), as `+0100`; without a day: now. */
export function zoneOf(date: string | null): string {
  const minutes = -(date ? new Date(`${date}T12:00:00`) : new Date()).getTimezoneOffset();
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(size / 60)}${two(size % 60)}`;
}
